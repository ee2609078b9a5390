import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent } from 'undici';
import { isAllowed } from '../access/address';

const LONGEST_URL = 2000;
const CONNECT_MS = 5_000;
const ANSWER_MS = 10_000;

/** An address that nothing is sent to. */
export class NotADestination extends Error {}

/**
 * Where webhooks may go: public addresses, and those of ours that `networks` (CIDR) names, so that nobody can have this
 * service call what only it can reach. Decided by the address that is connected to, and anew for each connection: a name
 * can lead elsewhere tomorrow.
 */
export class Destinations {
  /** Keeps to what may be called, follows no redirects, and waits ten seconds for an answer. */
  readonly dispatcher: Agent;

  constructor(private readonly networks: readonly string[] = []) {
    const guarded: LookupFunction = (host, options, done) => {
      lookup(host, { ...options, all: true }, (error, addresses) => {
        if (error) done(error, '', 4);
        else if (!addresses.every(({ address }) => this.isOpen(address))) {
          done(new NotADestination(`${host} leads to an address that is not public`), '', 4);
        } else if (options.all) done(null, addresses);
        else done(null, addresses[0]!.address, addresses[0]!.family);
      });
    };
    this.dispatcher = new Agent({
      connect: { lookup: guarded, timeout: CONNECT_MS },
      headersTimeout: ANSWER_MS,
      bodyTimeout: ANSWER_MS,
    });
  }

  /** What is wrong with a URL as the address of a webhook; undefined where nothing is as far as its text tells. */
  problemOf(text: string): string | undefined {
    if (text.length > LONGEST_URL || !URL.canParse(text)) return 'must be a URL';
    const { protocol, username, password, hostname, hash } = new URL(text);
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    const isLoopback = host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback');
    if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback)) return 'must begin with https://';
    if (username !== '' || password !== '') return 'may not carry a user or password';
    if (hash !== '') return 'may not have a fragment';
    // A name is looked up when it is connected to; what is an address already never would be.
    if (ipaddr.isValid(host) && !this.isOpen(host)) return 'is not at a public address';
    return host === 'localhost' && !this.isOpen('127.0.0.1') ? 'is not at a public address' : undefined;
  }

  private isOpen(address: string): boolean {
    const parsed = ipaddr.process(address);
    return parsed.range() === 'unicast' || isAllowed(parsed.toString(), this.networks);
  }
}
