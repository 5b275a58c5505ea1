/** What is told of places in programmes, of whichever children. */
import { graphql } from '../gql/gql';

export const PlacesFigures = graphql(`
  fragment ProgrammePlaces on OutcomeRow {
    enrolled { value display suppressed }
    started { value display suppressed }
    completed { value display suppressed }
    endedEarly { value display suppressed }
    endedEarlyByChild { value display suppressed }
    endedEarlyByUs { value display suppressed }
    attendanceRate { value display suppressed }
    medianWaitWorkingDays { value display suppressed }
  }
`);
