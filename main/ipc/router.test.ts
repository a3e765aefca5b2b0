import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { commands } from '../../app/contract/commands.ts';
import type { Snapshot } from '../../app/contract/views.ts';
import { directoryService } from '../../app/identity/service.ts';
import { done, fail, succeed } from '../../app/outcome.ts';
import { defaultSettings } from '../../app/settings/settings.ts';
import { userIdSchema } from '../../app/users/user.ts';
import type { CommandTable } from './command-table.ts';
import { createRouter } from './router.ts';
import { sampleDesk } from '../policy/testing/sample-desk.ts';

const userId = userIdSchema.parse('user-0001');
const snapshot: Snapshot = {
  revision: 0,
  users: [],
  services: [directoryService],
  workspaces: [],
  settings: defaultSettings,
  keys: { commands: [], isGlobalKeyRefused: false },
  desk: sampleDesk,
  updates: { kind: 'idle' },
  sessionStorage: { kind: 'checking' },
  notices: [],
  isCurtainDown: false,
  language: 'en',
  platform: 'linux',
  version: '0.0.0',
};

const stage = (own: Partial<CommandTable> = {}) => {
  const seated = async () => succeed({ userId, seat: 'active' as const });
  const nothing = async () => done;
  const table: CommandTable = {
    readSnapshot: async () => succeed(snapshot),
    logIn: seated,
    createAccount: seated,
    cancelLogIn: nothing,
    switchTo: nothing,
    listAudit: async () => succeed([]),
    verifyAudit: async () => succeed({ kind: 'sound', count: 0, unkeyed: 0 }),
    exportAudit: nothing,
    runDiagnosis: async () => succeed({ outcome: '', checks: [], text: '', textWithAddresses: '' }),
    saveDiagnosis: nothing,
    captureKey: async () => succeed({ kind: 'left' }),
    cancelKeyCapture: nothing,
    changeKey: async () => succeed({ kind: 'changed' }),
    resetKeys: nothing,
    findByText: async () => succeed([]),
    performCommand: nothing,
    performForUser: nothing,
    choose: nothing,
    leaveQuickWindow: nothing,
    exportAccounts: async () =>
      succeed({ accounts: 0, services: 0, leftOut: { anonymous: 0, ofThisComputer: 0, others: 0 } }),
    openAccountList: async () =>
      succeed({ previewId: 'one', services: [], newCount: 0, knownCount: 0, refusedCount: 0 }),
    importAccounts: async () => succeed({ added: 0 }),
    takeImportBack: nothing,
    lock: nothing,
    lockAll: nothing,
    unlock: nothing,
    unlockByTouchId: nothing,
    setUpUnlocking: nothing,
    giveUpUnlocking: nothing,
    lockWhenLeft: nothing,
    logOut: nothing,
    rename: nothing,
    chooseColour: nothing,
    moveUser: nothing,
    lockUsers: async () => succeed({ done: 1, unchanged: 0, refused: [] }),
    logOutUsers: async () => succeed({ done: 1, unchanged: 0, refused: [] }),
    removeUsers: async () => succeed({ done: 1, unchanged: 0, refused: [] }),
    remove: nothing,
    deleteAccount: nothing,
    callFunction: async () => succeed(['a note']),
    checkSessionStorage: nothing,
    dismissNotice: nothing,
    followLink: nothing,
    dismissLink: nothing,
    keepMarkPicture: nothing,
    beginWithNewKey: nothing,
    checkForUpdates: nothing,
    downloadUpdate: nothing,
    cancelUpdate: nothing,
    installUpdate: nothing,
    confirmSignedIn: nothing,
    openLogInPage: nothing,
    requestForEmail: nothing,
    readAccountDetails: async () => succeed({ subject: 'subject-1', identities: [] }),
    refreshProfile: async () => succeed({ subject: 'subject-1', identities: [] }),
    linkIdentity: async () => succeed({ subject: 'subject-1', identities: [] }),
    endBrowserSession: nothing,
    listApiKeys: async () => succeed([]),
    createApiKey: async () => succeed({ id: 'key-1', name: 'Key', isDisabled: false }),
    setApiKeyEnabled: nothing,
    deleteApiKey: nothing,
    checkService: async () => succeed({ kind: 'appServices', hostname: 'https://services.example.org' }),
    addService: async () => succeed({ serviceId: directoryService.id }),
    editService: nothing,
    removeService: nothing,
    placeWorkspace: nothing,
    driveWorkspace: nothing,
    findInWorkspace: nothing,
    handleDownload: nothing,
    sendRequest: async () =>
      succeed({
        status: 200,
        statusText: 'OK',
        headers: [],
        durationMs: 1,
        byteCount: 0,
        isCut: false,
        content: { kind: 'text', text: '' },
      }),
    cancelRequest: nothing,
    readRequestBook: async () => succeed({ past: [], saved: [] }),
    saveRequest: nothing,
    forgetRequest: nothing,
    clearPastRequests: nothing,
    copyAsCurl: nothing,
    removeAll: nothing,
    listRemovals: async () => succeed([]),
    forgetRemovals: nothing,
    changeSettings: nothing,
    ...own,
  };
  const called = vi.fn<(command: string) => void>();
  const watched = new Proxy(table, {
    get: (target, command: keyof CommandTable) => {
      called(command);
      return target[command];
    },
  });
  const warn = vi.fn<(event: string, detail?: object) => void>();
  return { route: createRouter(watched, { warn }), called, warn };
};

const issuerDraft = {
  kind: 'openIdConnect',
  name: 'Work',
  issuer: 'https://id.example.org',
  clientId: 'hotseat',
  scopes: ['openid'],
  apiOrigins: [],
};
const check = (changes: object) => ({ draft: { ...issuerDraft, ...changes } });

const send = (changes: object) => ({
  requestId: 'request-1',
  userId,
  request: { kind: 'http', method: 'GET', url: '/', headers: [], ...changes },
});
const sendFunction = (changes: object) => ({
  requestId: 'request-1',
  userId,
  request: { kind: 'function', name: 'whoami', arguments: [], ...changes },
});

const logIn = (method: object) => ({ attemptId: 'attempt-1', serviceId: 'directory', method });

describe('the router', () => {
  it('takes a command to its place and its answer back', async () => {
    const { route, called } = stage();
    expect(await route('switchTo', { userId })).toEqual({ ok: true, value: undefined });
    expect(await route('readSnapshot', undefined)).toEqual({ ok: true, value: snapshot });
    expect(await route('callFunction', { userId, name: 'notes.list', arguments: [] })).toEqual({
      ok: true,
      value: ['a note'],
    });
    expect(called.mock.calls.flat()).toEqual(['switchTo', 'readSnapshot', 'callFunction']);
  });

  it.each([
    '',
    'nothing',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    7,
    undefined,
    {},
    ['logIn'],
  ])('knows no command %j', async (command) => {
    const { route, called } = stage();
    expect(await route(command, undefined)).toEqual(
      fail({ code: 'invalidInput', field: 'command', problem: 'malformed' }),
    );
    expect(called).not.toHaveBeenCalled();
  });

  it.each([
    ['logIn', logIn({ kind: 'emailPassword', email: '', password: 'x' }), 'email', 'empty'],
    ['logIn', logIn({ kind: 'emailPassword', email: 'a'.repeat(321), password: 'x' }), 'email', 'tooLong'],
    ['logIn', logIn({ kind: 'emailPassword', email: 'a@b', password: '' }), 'password', 'empty'],
    ['logIn', logIn({ kind: 'emailPassword', email: 'a@b' }), 'password', 'malformed'],
    ['logIn', logIn({ kind: 'somehow' }), 'command', 'malformed'],
    ['rename', { userId, nickname: 'n'.repeat(201) }, 'nickname', 'tooLong'],
    [
      'createAccount',
      { attemptId: '1', serviceId: 'directory', email: 'a@b', password: 'x', name: 'n'.repeat(201) },
      'name',
      'tooLong',
    ],
    ['callFunction', { userId, name: '', arguments: [] }, 'command', 'empty'],
    ['logIn', logIn({ kind: 'apiKey', key: '' }), 'apiKey', 'empty'],
    ['logIn', logIn({ kind: 'customToken', token: 't'.repeat(16_385) }), 'token', 'tooLong'],
    ['logIn', logIn({ kind: 'customFunction', arguments: { email: undefined } }), 'arguments', 'malformed'],
    ['logIn', logIn({ kind: 'anonymous' }), 'command', 'malformed'],
    ['createApiKey', { userId, name: '' }, 'keyName', 'empty'],
    ['deleteApiKey', { userId, keyId: 'k'.repeat(257) }, 'command', 'tooLong'],
    [
      'requestForEmail',
      { serviceId: 'directory', request: { kind: 'sendReset', email: '' } },
      'email',
      'empty',
    ],
    [
      'requestForEmail',
      { serviceId: 'directory', request: { kind: 'confirm', token: 'a', tokenId: '' } },
      'token',
      'empty',
    ],
    ['linkIdentity', { userId, method: { kind: 'apiKey', key: 7 } }, 'apiKey', 'malformed'],
    ['checkService', check({ name: 'n'.repeat(201) }), 'serviceName', 'tooLong'],
    ['checkService', check({ issuer: 'h'.repeat(2049) }), 'issuer', 'tooLong'],
    ['checkService', check({ scopes: ['s'.repeat(257)] }), 'scopes', 'tooLong'],
    [
      'checkService',
      check({ apiOrigins: Array.from({ length: 17 }, () => 'https://a.example') }),
      'apiOrigins',
      'tooLong',
    ],
    ['checkService', check({ redirectPort: 80 }), 'redirectPort', 'malformed'],
    ['checkService', check({ redirectPort: 70_000 }), 'redirectPort', 'malformed'],
    ['checkService', check({ hasClientSecret: true }), 'command', 'malformed'],
    ['editService', { serviceId: 'Not an id', ...check({}), otherOrigins: [] }, 'command', 'malformed'],
    ['openLogInPage', { attemptId: '1', in: 'a file' }, 'command', 'malformed'],
    ['openLogInPage', { attemptId: '1', in: 'browser', url: 'https://evil.example' }, 'command', 'malformed'],
    ['callFunction', { userId, name: 'notes.add', arguments: [undefined] }, 'note', 'malformed'],
    ['sendRequest', send({ url: '/'.repeat(8193) }), 'requestUrl', 'tooLong'],
    ['sendRequest', send({ method: 7 }), 'requestMethod', 'malformed'],
    ['sendRequest', send({ headers: [{ name: 'n'.repeat(257), value: '' }] }), 'requestHeaders', 'tooLong'],
    ['sendRequest', send({ body: 'b'.repeat(1_000_001) }), 'requestBody', 'tooLong'],
    ['sendRequest', sendFunction({ name: 'n'.repeat(129) }), 'functionName', 'tooLong'],
    ['sendRequest', sendFunction({ arguments: [undefined] }), 'arguments', 'malformed'],
    ['switchTo', { userId, isAdmin: true }, 'command', 'malformed'],
    ['switchTo', { userId: '../../etc' }, 'command', 'malformed'],
  ])('refuses %s with %j: %s is %s', async (command, input, field, problem) => {
    const { route, called } = stage();
    expect(await route(command, input)).toEqual({
      ok: false,
      error: { code: 'invalidInput', field, problem },
    });
    expect(called).not.toHaveBeenCalled();
  });

  it('F2: has these commands and no others', () => {
    expect(Object.keys(commands)).toEqual([
      'readSnapshot',
      'logIn',
      'createAccount',
      'cancelLogIn',
      'confirmSignedIn',
      'openLogInPage',
      'requestForEmail',
      'switchTo',
      'findByText',
      'performCommand',
      'performForUser',
      'choose',
      'leaveQuickWindow',
      'lock',
      'lockAll',
      'unlock',
      'unlockByTouchId',
      'setUpUnlocking',
      'giveUpUnlocking',
      'lockWhenLeft',
      'logOut',
      'rename',
      'chooseColour',
      'moveUser',
      'remove',
      'deleteAccount',
      'callFunction',
      'readAccountDetails',
      'refreshProfile',
      'linkIdentity',
      'endBrowserSession',
      'listApiKeys',
      'createApiKey',
      'setApiKeyEnabled',
      'deleteApiKey',
      'checkService',
      'addService',
      'editService',
      'removeService',
      'placeWorkspace',
      'driveWorkspace',
      'findInWorkspace',
      'handleDownload',
      'sendRequest',
      'cancelRequest',
      'readRequestBook',
      'saveRequest',
      'forgetRequest',
      'clearPastRequests',
      'copyAsCurl',
      'lockUsers',
      'logOutUsers',
      'removeUsers',
      'removeAll',
      'listRemovals',
      'forgetRemovals',
      'checkForUpdates',
      'downloadUpdate',
      'cancelUpdate',
      'installUpdate',
      'listAudit',
      'verifyAudit',
      'exportAudit',
      'runDiagnosis',
      'saveDiagnosis',
      'exportAccounts',
      'openAccountList',
      'importAccounts',
      'takeImportBack',
      'changeSettings',
      'captureKey',
      'cancelKeyCapture',
      'changeKey',
      'resetKeys',
      'checkSessionStorage',
      'beginWithNewKey',
      'followLink',
      'dismissLink',
      'keepMarkPicture',
      'dismissNotice',
    ]);
  });

  it.each(Object.keys(commands))(
    'F1: reads no message for %s that is too large, before anything else',
    async (name) => {
      const { route, called } = stage();
      const error = { code: 'invalidInput', field: 'command', problem: 'tooLong' };
      // A request that a person writes has a body, and several users are up to ten thousand; nothing else is long.
      const isForSeveral = ['lockUsers', 'logOutUsers', 'removeUsers'].includes(name);
      const hasRequest = ['sendRequest', 'saveRequest', 'copyAsCurl'].includes(name);
      const limit = isForSeveral || hasRequest ? 1_600_000 : 65_536;
      for (const input of [
        'x'.repeat(limit + 1),
        { draft: { name: 'x'.repeat(limit + 1) } },
        Array.from({ length: isForSeveral ? 10_017 : 5_000 }, () => 1),
      ])
        expect(await route(name, input)).toEqual({ ok: false, error });
      expect(called).not.toHaveBeenCalled();
    },
  );

  it('takes as many users at once as there may be, and no more', async () => {
    const { route } = stage();
    const userIds = Array.from({ length: 10_000 }, () => 'a'.repeat(64));
    expect(await route('lockUsers', { userIds })).toMatchObject({ ok: true });
    expect(await route('lockUsers', { userIds: [...userIds, 'one-more-user'] })).toMatchObject({ ok: false });
    expect(await route('lockUsers', { userIds: [] })).toMatchObject({ ok: false });
  });

  it('lets neither a key nor a client secret out with what was asked of a service', async () => {
    const secret = { key: 'CANARY-ada-apiKey-1', clientSecret: 'CANARY-work-clientSecret-1' };
    const { route, warn } = stage({
      createApiKey: async () => succeed({ id: 'key-1', name: 'Key', isDisabled: false, ...secret }),
      checkService: async () =>
        succeed({ kind: 'appServices' as const, hostname: 'https://a.example', ...secret }),
    });
    expect(await route('createApiKey', { userId, name: 'Key' })).toEqual(fail({ code: 'unexpected' }));
    expect(await route('checkService', check({}))).toEqual(fail({ code: 'unexpected' }));
    expect(JSON.stringify(warn.mock.calls)).not.toContain('CANARY');
  });

  it('answers unexpected for whatever a command throws, and logs the cause once', async () => {
    const { route, warn } = stage({
      switchTo: () => Promise.reject(new Error('the disk is on fire')),
      logOut: () => {
        throw new TypeError('at once');
      },
    });
    expect(await route('switchTo', { userId })).toEqual(fail({ code: 'unexpected' }));
    expect(await route('logOut', { userId })).toEqual(fail({ code: 'unexpected' }));
    expect(warn).toHaveBeenCalledTimes(2);
    expect(warn.mock.calls[0]?.[1]).toMatchObject({ command: 'switchTo' });
  });

  it('lets no field out that the contract does not name', async () => {
    const seat = { userId, seat: 'active' as const, accessToken: 'CANARY-ada-token-1' };
    const report = { code: 'locked' as const, accessToken: 'CANARY-ada-token-2' };
    const { route, warn } = stage({
      logIn: async () => succeed(seat),
      switchTo: async () => fail(report),
    });
    const answer = await route('logIn', logIn({ kind: 'anonymous', isReused: true }));
    expect(answer).toEqual(fail({ code: 'unexpected' }));
    expect(await route('switchTo', { userId })).toEqual(fail({ code: 'locked' }));
    expect(JSON.stringify(warn.mock.calls)).not.toContain('CANARY');
  });

  it('answers any message with a typed outcome, and calls nothing for one that is not in the contract (F1)', async () => {
    const hostile = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
      key: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'userId', 'method', 'email')),
    });
    const command = fc.oneof(fc.constantFrom(...Object.keys(commands)), fc.string());
    const inputless = new Set([
      'readSnapshot',
      'lockAll',
      'listAudit',
      'verifyAudit',
      'exportAudit',
      'runDiagnosis',
      'exportAccounts',
      'openAccountList',
      'takeImportBack',
      'captureKey',
      'cancelKeyCapture',
      'resetKeys',
      'leaveQuickWindow',
      'checkSessionStorage',
      'beginWithNewKey',
      'removeAll',
      'listRemovals',
      'forgetRemovals',
      'checkForUpdates',
      'downloadUpdate',
      'cancelUpdate',
      'installUpdate',
    ]);
    await fc.assert(
      fc.asyncProperty(command, hostile, async (name, input) => {
        const { route, called } = stage();
        const outcome = await route(name, input);
        const takesNothing = inputless.has(name) && input === undefined;
        expect(outcome.ok).toBe(takesNothing);
        if (!outcome.ok) expect(outcome.error).toMatchObject({ code: 'invalidInput' });
        if (!takesNothing) expect(called).not.toHaveBeenCalled();
      }),
      { numRuns: 1000, examples: [['changeSettings', {}]] },
    );
  });
});
