import { referTo, type ExaminationAnswer, type FileExaminationRecord } from './bundle-record';
import { isoDay, type Day } from './calendar';
import { candidateFamilies } from './candidates';
import type { CasePlan } from './case-plan';
import type { Happening } from './conduct';
import type { Dossier } from './dossier';
import { laterGuidance, stalkingGuidance } from './guidance-citation';
import { demoInspection, INSPECTION_AGE } from './inspection-register';
import { examination } from './proportions';
import { examinerComments } from './wording';

/** Examines the file where the demonstration inspection drew it: decided before it opened, and still to be had. */
export function addExamination(dossier: Dossier, plan: CasePlan, happenings: readonly Happening[]): void {
  const { random, asAt } = dossier;
  const decided = plan.decided;
  if (decided === undefined || decided >= asAt - INSPECTION_AGE || !random.percent(examination.share)) return;
  if (random.percent(examination.notExamined)) return;
  const inspection = demoInspection(asAt);
  const fitting = fittingFamily(dossier, plan, happenings, decided);
  dossier.add('fileExamination', 'hmcpsi', {
    inspection: inspection.ref,
    case: referTo('hmcpsi', plan),
    examinedOn: isoDay(asAt - random.between(5, INSPECTION_AGE - 10)),
    answers: inspection.themes.flatMap(({ questions }) =>
      questions.map(({ key, kind }) => answer(dossier, key, kind, decided, fitting)),
    ),
    codeCompliant: random.weighted(examination.compliant),
    appropriateFamily: fitting,
  });
}

function fittingFamily(
  dossier: Dossier,
  plan: CasePlan,
  happenings: readonly Happening[],
  decided: Day,
): FileExaminationRecord['appropriateFamily'] {
  const [victim] = plan.victims;
  const candidates = victim ? candidateFamilies(happenings, victim, decided) : [];
  const [gravest] = candidates;
  if (gravest === undefined) return 'OTHER';
  return dossier.random.percent(examination.otherFamily) ? dossier.random.pick(candidates) : gravest;
}

function answer(
  dossier: Dossier,
  question: string,
  kind: 'RATING' | 'YES_NO' | 'FAMILY',
  decided: Day,
  fitting: FileExaminationRecord['appropriateFamily'],
): ExaminationAnswer {
  const { random, asAt } = dossier;
  const comment = random.percent(examination.comment) ? random.pick(examinerComments) : undefined;
  switch (kind) {
    case 'RATING': {
      const unfair = random.percent(examination.judgedByLaterGuidance) ? laterGuidance(decided, asAt) : undefined;
      const guidance = unfair ?? stalkingGuidance(decided);
      return { question, rating: random.weighted(examination.rating), comment, guidance };
    }
    case 'YES_NO':
      return { question, yes: random.percent(examination.yes), comment };
    case 'FAMILY':
      return { question, family: fitting, comment };
  }
}
