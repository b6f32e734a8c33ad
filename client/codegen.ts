import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const config: CodegenConfig = {
  schema: here('../schema.graphql'),
  documents: [here('src/**/*.{ts,tsx}'), `!${here('src/generated/**')}`],
  generates: {
    [here('src/generated/')]: {
      preset: 'client',
      // Apollo's cache wants __typename; asked for here, the stored text is what the cache would have sent.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: {
          hashPropertyName: 'hash',
          hashAlgorithm: (text: string) => createHash('sha256').update(text).digest('hex'),
        },
      },
      config: {
        enumType: 'string-literal',
        scalars: {
          ID: 'string',
          Date: 'string',
          DateTime: 'string',
          SafeInt: 'number',
          UsageReceipt: 'Record<string, unknown>',
        },
        strictScalars: true,
        useTypeImports: true,
      },
    },
  },
};

export default config;
