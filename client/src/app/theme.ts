import { type CSSVariablesResolver, createTheme } from '@mantine/core';
import { blue, dark, gold, green, red, warm } from './colors';

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
    // In their place in the page, not at its end: inside its landmarks, and next in the order of tabs.
    Popover: { defaultProps: { withinPortal: false } },
    Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } },
    Combobox: { defaultProps: { withinPortal: false } },
    Tooltip: { defaultProps: { withinPortal: false } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
    Modal: {
      defaultProps: {
        centered: true,
        closeButtonProps: { 'aria-label': 'Close' },
        // A <header> outside the page would be its second banner.
        attributes: { header: { role: 'presentation' } },
      },
    },
    Drawer: {
      defaultProps: {
        closeButtonProps: { 'aria-label': 'Close' },
        attributes: { header: { role: 'presentation' } },
      },
    },
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
