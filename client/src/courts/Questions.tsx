import { useRef } from 'react';
import { Section } from '../ui/Section';
import classes from './Questions.module.css';
import { useOpenOnPrint } from './useOpenOnPrint';

interface Question {
  question: string;
  answer: string;
}

export function Questions({ questions }: { questions: Question[] }) {
  const list = useRef<HTMLDivElement>(null);
  useOpenOnPrint(list);
  if (questions.length === 0) return null;
  return (
    <Section title="Questions and answers">
      <div ref={list} className={classes.list}>
        {questions.map(({ question, answer }) => (
          <details key={question} className={classes.item}>
            <summary className={classes.question}>{question}</summary>
            <p className={classes.answer}>{answer}</p>
          </details>
        ))}
      </div>
    </Section>
  );
}
