import { Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import classes from './LinkageFields.module.css';
import type { Field, LinkageValues } from './linkageInput';

interface LinkageFieldsProps {
  form: UseFormReturnType<LinkageValues>;
  idOf: (field: Field) => string;
}

/** When, where in the firm’s books, and why: what a new and a corrected interval have in common. */
export function LinkageFields({ form, idOf }: LinkageFieldsProps) {
  return (
    <Stack>
      <div className={classes.pair}>
        <TextInput id={idOf('firstDay')} type="date" label="First day" {...form.getInputProps('firstDay')} />
        <TextInput
          id={idOf('firstTime')}
          type="time"
          label="Starting time (optional)"
          description="Left empty: the whole day."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('firstTime')}
        />
      </div>
      <div className={classes.pair}>
        <TextInput
          id={idOf('lastDay')}
          type="date"
          label="Last day (optional)"
          description="Left empty: without an end."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('lastDay')}
        />
        <TextInput
          id={idOf('lastTime')}
          type="time"
          label="Ending time (optional)"
          description="Left empty: the whole day."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('lastTime')}
        />
      </div>
      <TextInput
        id={idOf('costCenter')}
        label="Cost center (optional)"
        description="Where in the firm’s books the uses go."
        {...form.getInputProps('costCenter')}
      />
      <Textarea
        id={idOf('remark')}
        label="Remark (optional)"
        description="Why, for whoever asks later."
        autosize
        minRows={2}
        maxRows={6}
        {...form.getInputProps('remark')}
      />
    </Stack>
  );
}
