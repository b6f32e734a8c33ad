import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printedSchema } from './api/printed-schema';
import { buildApiSchema } from './api/schema';
import { projectRoot } from './platform/project-root';

writeFileSync(join(projectRoot, 'schema.graphql'), printedSchema(buildApiSchema()));
