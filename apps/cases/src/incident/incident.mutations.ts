import { type Context, Opens, invalidInput, payloadType } from '@throughline/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { inCase, moveCase, named, onPart, requireReason } from '../case/case.service';
import { isBefore } from '../moments';
import { MarkEvidenceInput, RecordEffectsInput, RecordIncidentInput } from './incident.inputs';
import { Incident } from './incident.model';

const INPUT = { description: 'What is to be done.' };
const IncidentPayload = payloadType(Incident, 'incident');
type Payload = Promise<{ incident: Incident }>;

@Resolver()
export class IncidentMutations {
  @Opens('case:write')
  @Mutation(() => IncidentPayload, { description: 'Records an incident, with what it did to the victim.' })
  recordIncident(
    @Arg('input', () => RecordIncidentInput, INPUT) input: RecordIncidentInput,
    @Ctx() context: Context,
  ): Payload {
    return inCase(context, 'recordIncident', input, async (transaction, ofCase) => {
      const { requestId, reason, validateOnly, expectedVersion, ...told } = input;
      const facts = {
        ...told,
        case: ofCase.id,
        suspect: named(ofCase, 'suspect', told.suspect),
        victim: named(ofCase, 'victim', told.victim),
      };
      await moveCase(transaction, ofCase, 'RECORD_INCIDENT');
      const incident = await transaction.insert(Incident, 'RECORD_INCIDENT', facts);
      refuseDisorder(incident);
      return { incident };
    });
  }

  @Opens('case:write')
  @Mutation(() => IncidentPayload, { description: 'Amends what an incident did to the victim.' })
  recordEffects(
    @Arg('input', () => RecordEffectsInput, INPUT) input: RecordEffectsInput,
    @Ctx() context: Context,
  ): Payload {
    return onPart(context, 'recordEffects', Incident, input, async (transaction, ofCase, incident) => {
      await moveCase(transaction, ofCase, 'RECORD_EFFECTS');
      const facts = {
        fearOfViolence: input.fearOfViolence ?? undefined,
        seriousAlarmOrDistress: input.seriousAlarmOrDistress ?? undefined,
        dayToDayEffects: input.dayToDayEffects ?? undefined,
      };
      return { incident: await transaction.update(Incident, incident, 'RECORD_EFFECTS', facts) };
    });
  }

  @Opens('case:write')
  @Mutation(() => IncidentPayload, {
    description:
      'Says what is made of the evidence of an incident; `reason` must say why. One disproved counts for nothing.',
  })
  markEvidence(
    @Arg('input', () => MarkEvidenceInput, INPUT) input: MarkEvidenceInput,
    @Ctx() context: Context,
  ): Payload {
    return onPart(context, 'markEvidence', Incident, input, async (transaction, ofCase, incident) => {
      requireReason(input);
      await moveCase(transaction, ofCase, 'MARK_EVIDENCE');
      const { evidence } = input;
      return { incident: await transaction.update(Incident, incident, 'MARK_EVIDENCE', { evidence }) };
    });
  }
}

/** What PostgreSQL made of the moments is what can be compared: some were given without a zone, some without a time. */
function refuseDisorder(incident: Incident): void {
  const began = { at: incident.occurredFrom, timeKnown: incident.timeKnown };
  const later = {
    occurredTo: { at: incident.occurredTo, timeKnown: incident.occurredToTimeKnown },
    reportedAt: { at: incident.reportedAt, timeKnown: incident.reportedTimeKnown },
  };
  for (const [field, moment] of Object.entries(later)) {
    if (isBefore(moment, began)) throw invalidInput([{ field, reason: 'is before it began' }]);
  }
}
