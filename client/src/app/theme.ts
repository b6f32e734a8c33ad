import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

// Values of the U.S. Web Design System: blue, blue-warm, gray-warm, red-warm, gold, green-cool.
const blue: MantineColorsTuple = [
  '#eff6fb', '#d9e8f6', '#aacdec', '#73b3e7', '#4f97d1', '#2378c3', '#005ea2', '#1a4480', '#162e51', '#0b1a33',
];
const warm: MantineColorsTuple = [
  '#f9f9f7', '#f5f5f0', '#e6e6e2', '#cac9c0', '#afaea2', '#929285', '#76766a', '#5d5d52', '#454540', '#2e2e2a',
];
const red: MantineColorsTuple = [
  '#fdf4f3', '#f6e9e6', '#f4d6d2', '#ecb3ab', '#e27a6f', '#d54309', '#b50909', '#9c1d17', '#6f1f1a', '#3e1a17',
];
const gold: MantineColorsTuple = [
  '#faf3d1', '#fee685', '#ffbe2e', '#e5a000', '#c2850c', '#947100', '#7a591a', '#5c410a', '#422d19', '#2b1c0d',
];
const green: MantineColorsTuple = [
  '#ecf3ec', '#dfeadf', '#b4d0b9', '#86b98e', '#5e9f69', '#4d8055', '#2e6b3a', '#37493b', '#28312a', '#1a2a1d',
];
const dark: MantineColorsTuple = [
  '#e9ebee', '#c6cad1', '#a9b0bb', '#8d97a5', '#4b596b', '#37445a', '#263245', '#1a2434', '#131b28', '#0d131d',
];

const fonts = "'Public Sans Variable', 'Public Sans Fallback', system-ui, sans-serif";

export const theme = createTheme({
  colors: { blue, warm, red, gold, green, dark, gray: warm, yellow: gold },
  primaryColor: 'blue',
  primaryShade: { light: 6, dark: 5 },
  black: '#1b1b1b',
  autoContrast: true,
  defaultRadius: 'sm',
  fontFamily: fonts,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'Roboto Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontFamily: fonts,
    fontWeight: '700',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Anchor: { defaultProps: { underline: 'always' } },
    Button: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Close' } } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm' } },
    MultiSelect: { defaultProps: { size: 'sm' } },
  },
});

/** Where Mantine's own shades are too faint for the bar we hold (WCAG 2.2 AA), ours stand in. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#5d5d52',
    '--mantine-color-placeholder': '#6b6b60',
    '--mantine-color-error': '#b50909',
    '--mantine-color-anchor': '#005ea2',
  },
  dark: {
    '--mantine-color-body': '#131b28',
    '--mantine-color-dimmed': '#a9b0bb',
    '--mantine-color-placeholder': '#8d97a5',
    '--mantine-color-error': '#f2938c',
    '--mantine-color-anchor': '#8ac2f0',
  },
});
