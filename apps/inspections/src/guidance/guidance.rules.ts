import type { Guidance } from './guidance.model';

type Published = Pick<Guidance, 'key' | 'version' | 'inForceFrom'>;

/**
 * Reasons against publishing a version beside those that its key has; none where there are none. The end of the one
 * before is not written: the registry derives it from the start of this one.
 */
export function againstPublishing(versions: readonly Published[], { key, version, inForceFrom }: Published): string[] {
  if (versions.some((published) => published.version === version)) {
    return [`Version ${version} of ${key} is published already.`];
  }
  const latest = latestOf(versions);
  if (!latest || inForceFrom > latest.inForceFrom) return [];
  return [
    `The next version of ${key} comes into force after the latest, ${latest.version}, which did on ${latest.inForceFrom}.`,
  ];
}

/** The version that came into force last. */
export function latestOf<Version extends Published>(versions: readonly Version[]): Version | undefined {
  return versions.reduce<Version | undefined>(
    (latest, version) => (latest && latest.inForceFrom >= version.inForceFrom ? latest : version),
    undefined,
  );
}
