import { useQuery } from '@apollo/client/react';
import { graphql } from '../generated';
import type { ViewerQuery } from '../generated/graphql';

/** Who is here and what is open to him: read from the cache by everything around the page, renewed with each page. */
export const viewerQuery = graphql(`
  query Viewer {
    viewer {
      account {
        id
        accountNumber
        username
        name {
          full
        }
      }
      areas
      firms {
        id
        number
        name
      }
      clerkCourts {
        id
        code
        title
      }
    }
    serviceCenter {
      zone
      today
    }
  }
`);

export type Viewer = ViewerQuery['viewer'];

export function useViewer(): Viewer | undefined {
  return useQuery(viewerQuery).data?.viewer;
}

/** The day it is at the service center, whose days and quarters usage is counted in. */
export function useToday(): string | undefined {
  return useQuery(viewerQuery).data?.serviceCenter.today;
}
