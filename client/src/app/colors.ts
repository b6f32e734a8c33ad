import type { MantineColorsTuple } from '@mantine/core';

// Values of the U.S. Web Design System: blue, blue-warm, gray-warm, red-warm, gold, green-cool.
export const blue: MantineColorsTuple = [
  '#eff6fb',
  '#d9e8f6',
  '#aacdec',
  '#73b3e7',
  '#4f97d1',
  '#2378c3',
  '#005ea2',
  '#1a4480',
  '#162e51',
  '#0b1a33',
];
export const warm: MantineColorsTuple = [
  '#f9f9f7',
  '#f5f5f0',
  '#e6e6e2',
  '#cac9c0',
  '#afaea2',
  '#929285',
  '#76766a',
  '#5d5d52',
  '#454540',
  '#2e2e2a',
];
export const red: MantineColorsTuple = [
  '#fdf4f3',
  '#f6e9e6',
  '#f4d6d2',
  '#ecb3ab',
  '#e27a6f',
  '#c3281f',
  '#b50909',
  '#9c1d17',
  '#6f1f1a',
  '#3e1a17',
];
export const gold: MantineColorsTuple = [
  '#fdf8e6',
  '#faf3d1',
  '#ffbe2e',
  '#e5a000',
  '#c2850c',
  '#947100',
  '#7a591a',
  '#5c410a',
  '#422d19',
  '#2b1c0d',
];
export const green: MantineColorsTuple = [
  '#ecf3ec',
  '#dfeadf',
  '#b4d0b9',
  '#86b98e',
  '#5e9f69',
  '#4d8055',
  '#2e6b3a',
  '#37493b',
  '#28312a',
  '#1a2a1d',
];
export const dark: MantineColorsTuple = [
  '#e9ebee',
  '#c6cad1',
  '#a9b0bb',
  '#8d97a5',
  '#4b596b',
  '#37445a',
  '#263245',
  '#1a2434',
  '#131b28',
  '#0d131d',
];
