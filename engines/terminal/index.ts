export { escapeControls, escapeJsonControls } from './escape_controls';
export { toDisplayWidth } from './to_display_width';
