// The list after the last contact: what was handed in leaves this browser here too, and can be taken back here too.
import { forgetDone } from "./desk_store.js";
import { startUndo } from "./desk_undo.js";

forgetDone();
startUndo();
