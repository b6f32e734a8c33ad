import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useId, useState } from 'react';
import { allExamples } from './allExamples';
import { type Example, type ExampleRole, roleInfo, roleNames } from './examples';

/** The list of examples for the role one chooses; a click opens one in a tab of its own. */
export function ExamplesPanel() {
  const id = useId();
  const [role, setRole] = useState<ExampleRole>('anonymous');
  const { addTab } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);

  const open = (example: Example) => {
    addTab();
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(example.variables ?? '');
  };
  return (
    <section className="examples" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="examples-title">
        Examples
      </h2>
      <label htmlFor={`${id}-role`}>For whom</label>
      <select id={`${id}-role`} value={role} onChange={(event) => setRole(event.target.value as ExampleRole)}>
        {roleNames.map((name) => (
          <option key={name} value={name}>
            {roleInfo[name].label}
          </option>
        ))}
      </select>
      <p className="examples-hint">{roleInfo[role].hint}</p>
      <ul className="examples-list">
        {allExamples
          .filter((example) => example.role === role)
          .map((example) => (
            <li key={example.id}>
              <button type="button" className="examples-item" onClick={() => open(example)}>
                <strong>{example.title}</strong>
                <span>{example.explanation}</span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
}
