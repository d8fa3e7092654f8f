// The parts of the till that need no browser. Run by NodeTests, or directly: node --test till/src/test/js
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const application = new URL('../../main/resources/META-INF/resources/pos/', import.meta.url);
const { duplicateReasons, fold, match, prefill } = await import(new URL('app/matching.js', application));
const { tokenInCode } = await import(new URL('app/codes.js', application));
const { changesBetween, project } = await import(new URL('app/projection.js', application));
const { attributeValue, checkAddress, checkAttributes, checkContact, checkCreation, checkProfile, useLimits } = await import(
    new URL('app/rules.js', application)
);
const { uuid } = await import(new URL('app/uuid.js', application));

useLimits(JSON.parse(await readFile(new URL('limits.json', application))));

const ann = {
    type: 'PERSON',
    firstName: 'Ann-Sofie',
    lastName: 'Müller',
    email: 'ann@example.com',
    phone: '+1 555 0100',
    accountNumber: 'C-0000001',
    loyaltyCards: ['L-0000007'],
    contacts: [
        { type: 'PHONE', value: '+1 555 0199' },
        { type: 'EMAIL', value: 'work@example.com' },
    ],
    addresses: [{ zipCode: '98101' }],
};

test('a search says by which value it found a customer', () => {
    assert.deepEqual(match('muller ann', ann), ['NAME']);
    assert.deepEqual(match('ann@ex', ann), ['EMAIL']);
    assert.deepEqual(match('work@', ann), ['SECONDARY_EMAIL']);
    assert.deepEqual(match('5550100', ann), ['PHONE']);
    assert.deepEqual(match('0199', ann), ['SECONDARY_PHONE']);
    assert.deepEqual(match('c-0000001', ann), ['ACCOUNT_NUMBER']);
    assert.deepEqual(match('L-0000007', ann), ['LOYALTY_CARD']);
    assert.deepEqual(match('müller 98101', ann), ['NAME', 'ADDRESS']);
});

test('a search finds no customer by a part of its words', () => {
    assert.equal(match('ann okafor', ann), null);
    assert.equal(match('55', ann), null);
    assert.equal(match('   ', ann), null);
});

test('letters are compared without their marks', () => {
    assert.equal(fold('Straße ÉLAN '), 'strasse elan');
});

test('one email, phone, or name and postal code may be one person', () => {
    assert.deepEqual(duplicateReasons({ email: 'ANN@example.com' }, ann), ['EMAIL']);
    assert.deepEqual(duplicateReasons({ phone: '001 555 0199' }, ann), ['PHONE']);
    assert.deepEqual(
        duplicateReasons({ firstName: 'ann-sofie', lastName: 'Muller', addresses: [{ zipCode: '98101' }] }, ann),
        ['NAME_AND_POSTCODE'],
    );
    assert.deepEqual(duplicateReasons({ firstName: 'Ann', lastName: 'Lee' }, ann), []);
});

test('what was typed becomes the field that it looks like', () => {
    assert.deepEqual(prefill('ann@example.com'), { email: 'ann@example.com' });
    assert.deepEqual(prefill('+1 555 0100'), { phone: '+1 555 0100' });
    assert.deepEqual(prefill('Ann Maria Lee'), { firstName: 'Ann Maria', lastName: 'Lee' });
});

test('a customer is shown as its queue leaves it', () => {
    const created = {
        kind: 'CREATE_CUSTOMER',
        asyncCustomerId: 'a',
        operationId: 'o1',
        firstName: 'Ann',
        lastName: 'Lee',
    };
    const edited = { kind: 'EDIT_PROFILE', changes: [{ field: 'lastName', oldValue: 'Lee', newValue: 'Ohm' }] };
    const moved = { kind: 'ADD_ADDRESS', operationId: 'o3', address: { street: '1 Pier Road' } };
    const gone = { kind: 'DEACTIVATE_ADDRESS', addressId: 'o3' };
    assert.equal(project(undefined, [created, edited]).lastName, 'Ohm');
    assert.equal(project(undefined, [created, edited, moved]).addresses[0].id, 'o3');
    assert.deepEqual(project(undefined, [created, edited, moved, gone]).addresses, []);
    assert.equal(project(undefined, [edited]), undefined);
});

test('what the service knows is shown over a creation whose answer was lost', () => {
    const created = { kind: 'CREATE_CUSTOMER', asyncCustomerId: 'a', operationId: 'o1', lastName: 'Lee' };
    assert.equal(
        project({ id: 'a', accountNumber: 'C-0000001', lastName: 'Lee' }, [created]).accountNumber,
        'C-0000001',
    );
});

test('an edit has the values that the user saw', () => {
    assert.deepEqual(changesBetween({ phone: null, email: 'a@b' }, { phone: '1', email: 'a@b' }), [
        { field: 'phone', oldValue: null, newValue: '1' },
    ]);
    assert.deepEqual(changesBetween({ affiliations: ['VIP'] }, { affiliations: ['VIP'] }), []);
});

test('the rules of the service are applied before anything is queued', () => {
    const codes = (errors) => errors.map(({ pointer, code }) => `${pointer} ${code}`);
    assert.deepEqual(codes(checkProfile({}, 'PERSON')), ['/lastName name-required']);
    assert.deepEqual(codes(checkProfile({ lastName: 'x'.repeat(101), email: 'x', phone: 'x' }, 'PERSON')), [
        '/lastName too-long',
        '/email not-an-email',
        '/phone not-a-phone',
    ]);
    assert.deepEqual(codes(checkProfile({ lastName: '😀'.repeat(100) }, 'PERSON')), []);
    assert.deepEqual(codes(checkAddress({ purpose: 'HOME' }, '/addresses/0')), ['/addresses/0/street empty-address']);
    assert.deepEqual(codes(checkAddress({ country: 'US' })), ['/country not-a-country']);
    assert.deepEqual(codes(checkContact({ type: 'EMAIL', value: 'x' })), ['/value not-an-email']);
});

test('an address is asked for where the profile of the channel requires one', () => {
    const codes = (entry, needed) =>
        checkCreation(entry, 'PERSON', [], { needsAddress: needed }).map(({ pointer, code }) => `${pointer} ${code}`);
    assert.deepEqual(codes({ lastName: 'Lee' }, true), ['/addresses/0/street primary-address-required']);
    assert.deepEqual(codes({ lastName: 'Lee' }, false), []);
    assert.deepEqual(codes({ lastName: 'Lee', addresses: [{ city: 'Seattle' }] }, true), []);
});

test('the fields that the profile of the channel requires are asked for', () => {
    const codes = (entry) =>
        checkCreation(entry, 'PERSON', [], { required: ['email', 'customerGroup'] }).map(
            ({ pointer, code }) => `${pointer} ${code}`,
        );
    assert.deepEqual(codes({ lastName: 'Lee' }), ['/email required', '/customerGroup required']);
    assert.deepEqual(codes({ lastName: 'Lee', email: 'x', customerGroup: 'RETAIL' }), ['/email not-an-email']);
    assert.deepEqual(codes({ lastName: 'Lee', email: 'lee@example.com', customerGroup: 'RETAIL' }), []);
});

test('a code of headquarters has a token, in an address or alone', () => {
    const token = 'Zk3_p-Wq8sT1uVbXyA0cDeFgHiJkLmNoPqRsTuVwXyZ';
    assert.equal(tokenInCode(`https://harbor.example.com/pos/#token=${token}`), token);
    assert.equal(tokenInCode(token), token);
    assert.equal(tokenInCode('https://example.com/'), undefined);
    assert.equal(tokenInCode('4006381333931'), undefined);
    assert.equal(tokenInCode('https://example.com/#token=%E0%A4%A'), undefined);
});

test('attributes have the type of their definition', () => {
    const size = { name: 'shoe/size', type: 'INTEGER', minimum: 30, maximum: 50, mandatory: true };
    assert.equal(attributeValue(size, '38'), 38);
    assert.equal(attributeValue(size, '3.8'), undefined);
    assert.equal(attributeValue({ type: 'CURRENCY' }, '19.90'), '19.90');
    assert.equal(attributeValue({ type: 'BOOLEAN' }, 'false'), false);
    assert.equal(attributeValue(size, ''), null);
    assert.deepEqual(checkAttributes({ 'shoe/size': 51 }, [size])[0].code, 'out-of-bounds');
    assert.deepEqual(checkAttributes({}, [size])[0].pointer, '/attributes/shoe~1size');
});

test('later IDs sort behind earlier ones', () => {
    const ids = [1, 2, 1_700_000_000_000, 1_900_000_000_000].map((now) => uuid(now));
    assert.deepEqual([...ids].sort(), ids);
    ids.forEach((id) => assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
});
