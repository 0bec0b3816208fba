import type { Gear } from './gear.ts';
import type { Ledger } from './ledger.ts';
import type { VoiceAct } from './state.ts';

/** Does what the state of a talk asks for, and keeps in the ledger what of it was heard. */
export function perform(act: VoiceAct, gear: Gear, ledger: Ledger): void {
  switch (act.kind) {
    case 'send':
      return gear.link.send(act.message);
    case 'say':
      return gear.mouth(act.say.rate).say(act.say, ledger.say(act.say.turn_id, act.say.text));
    case 'whole':
      ledger.whole(act.turn);
      return gear.player.end(act.turn);
    case 'hold':
      return gear.each((mouth) => mouth.hold(act.turn));
    case 'go-on':
      return gear.each((mouth) => mouth.goOn(act.turn));
    case 'drop':
      gear.each((mouth) => mouth.drop(act.turn));
      return act.done ? ledger.over(act.turn) : undefined;
    case 'mute':
      return gear.microphone.mute(act.muted);
    case 'flush-persona':
      return gear.flushPersona();
  }
}
