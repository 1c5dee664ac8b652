/** What can be seen in a tree, in the families of the files under signs/. */
export const SIGN_IDS = [
  // signs/shell_signs.ts
  'reverse_shell',
  'bind_shell',
  'raw_connection',
  'interactive_shell',
  'named_pipe',
  'escape_to_shell',
  // signs/download_signs.ts
  'download_run',
  'download_staged',
  'download',
  'callback',
  'cloud_metadata',
  'own_address',
  // signs/staging_signs.ts
  'staged_program',
  'written_then_run',
  'hidden_program',
  'gone_program',
  'masked_program',
  'made_executable',
  'shell_copied',
  'hidden_folder',
  // signs/dropper_signs.ts
  'web_shell_written',
  'script_written',
  'page_changed',
  // signs/secret_signs.ts
  'account_file_read',
  'key_read',
  'history_read',
  'config_read',
  'source_read',
  'system_file_read',
  'secret_search',
  'process_memory_read',
  'database_read',
  'file_read',
  // signs/lookup_signs.ts
  'identity_lookup',
  'system_lookup',
  'network_lookup',
  'process_lookup',
  'file_lookup',
  'software_lookup',
  'environment_lookup',
  'container_check',
  'lookup_chain',
  // signs/privilege_signs.ts
  'privilege_check',
  'privilege_file_search',
  'privilege_use',
  'container_escape',
  'attack_tool',
  // signs/sending_signs.ts
  'file_sent',
  'archive_sent',
  'archive_taken',
  'file_encoded',
  'remote_login',
  // signs/persistence_signs.ts
  'schedule_changed',
  'login_key_planted',
  'account_changed',
  'start_up_changed',
  'left_running',
  'library_preloaded',
  // signs/trace_signs.ts
  'history_off',
  'log_removed',
  'time_forged',
  'protection_stopped',
  'traces_deleted',
  // signs/web_shell_signs.ts
  'web_shell_marker',
  'injection_probe',
  'injected_command',
  // signs/code_signs.ts
  'code_runs_commands',
  'code_decodes',
  'code_one_liner',
  'code_from_input',
  'compiler',
  'code_server',
  // signs/hiding_signs.ts
  'hidden_words',
  'encoded_command',
  'decoded_text',
  // signs/abuse_signs.ts
  'tunnel',
  'miner',
  'service_controlled',
  'data_destroyed',
  // grading/context_signs.ts and grading/habit_signs.ts
  'neighbours_by_hand',
  'repeated_shape',
  'application_habit',
  'unknown_command',
] as const;

export type SignId = (typeof SIGN_IDS)[number];
