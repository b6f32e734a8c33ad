import { graphql } from '../generated';

export const usageSums = graphql(`
  fragment UsageSums on UsageTotals {
    uses
    charge {
      cents
    }
    recordedCharge {
      cents
    }
    exemptUses
    differingUses
    difference {
      cents
    }
    uncodedUses
    uncodedCharge {
      cents
    }
  }
`);

export const useLine = graphql(`
  fragment UseLine on Use {
    id
    day
    kind
    description
    caseNumber
    clientCode
    charge {
      cents
    }
    account {
      id
      accountNumber
      name {
        full
      }
    }
    court {
      id
      code
      title
    }
  }
`);

export const groupSums = graphql(`
  fragment GroupSums on UsageGroup {
    totals {
      uses
      charge {
        cents
      }
    }
    account {
      id
      accountNumber
      name {
        full
      }
    }
    court {
      id
      code
      title
    }
    clientCode
    costCenter
    kind
  }
`);

export const spendPoint = graphql(`
  fragment SpendPoint on UsageSpend {
    startsOn
    endsOn
    totals {
      uses
      charge {
        cents
      }
    }
  }
`);

/** What was spent over time and by what, of a filter: the same of a firm, of a person and of each side. */
export const usageParts = graphql(`
  fragment UsageParts on Usage {
    days: spend(by: DAY, filter: $days) {
      ...SpendPoint
    }
    months: spend(by: MONTH, filter: $months) {
      ...SpendPoint
    }
    people: by(dimension: ACCOUNT, filter: $shown, first: 8) @include(if: $people) {
      totalCount
      nodes {
        ...GroupSums
      }
    }
    courts: by(dimension: COURT, filter: $shown, first: 8) @include(if: $courts) {
      totalCount
      nodes {
        ...GroupSums
      }
    }
    clients: by(dimension: CLIENT_CODE, filter: $shown, first: 8) @include(if: $clients) {
      totalCount
      nodes {
        ...GroupSums
      }
    }
    costCenters: by(dimension: COST_CENTER, filter: $shown, first: 8) {
      totalCount
      nodes {
        ...GroupSums
      }
    }
    kinds: by(dimension: KIND, filter: $shown, first: 8) {
      totalCount
      nodes {
        ...GroupSums
      }
    }
  }
`);

export const changeLine = graphql(`
  fragment ChangeLine on UsageChange {
    account {
      id
      accountNumber
      name {
        full
      }
    }
    court {
      id
      code
      title
    }
    clientCode
    charge {
      cents
    }
    previousCharge {
      cents
    }
    difference {
      cents
    }
  }
`);

/** A quarter at a glance against the last. */
export const overviewParts = graphql(`
  fragment OverviewParts on UsageOverview {
    asOf
    previousAsOf
    firstUseAt
    current {
      ...UsageSums
    }
    previous {
      ...UsageSums
    }
    previousToDate {
      ...UsageSums
    }
    waiver {
      state
      tested {
        cents
      }
      threshold {
        cents
      }
      due {
        cents
      }
      explanation
    }
    forecast {
      state
      charge {
        cents
      }
      formula
    }
    dearest {
      ...UseLine
    }
    changes {
      accounts {
        ...ChangeLine
      }
      courts {
        ...ChangeLine
      }
      clientCodes {
        ...ChangeLine
      }
    }
  }
`);
