export { createChoice } from './create_choice';
export { createCountOption } from './create_count_option';
export { createListOption } from './create_list_option';
export { createOption } from './create_option';
export { createSwitch } from './create_switch';
export { createTextOption } from './create_text_option';
export { runCommand, type CommandOutput } from './run_command';
export type { Given, Usage } from './usage';
export { UsageError } from './usage_error';
