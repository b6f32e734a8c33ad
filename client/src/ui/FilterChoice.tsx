import { NativeSelect } from '@mantine/core';

interface FilterChoiceProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  size?: 'xs';
  onChange: (value: Value) => void;
}

/** Chooses one of a few. */
export function FilterChoice<Value extends string>({
  label,
  options,
  value,
  size,
  onChange,
}: FilterChoiceProps<Value>) {
  return (
    <NativeSelect
      aria-label={label}
      size={size}
      data={[...options]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Value)}
    />
  );
}
