/** Port: where template and style texts come from. Only the installation or an explicit path is ever trusted. */
export interface TemplateSource {
  /** Where the templates lie, for messages. */
  readonly place: string;
  /** The text of `editions/sh-2024/form.hbs` and the like; `undefined` when there is no such file. */
  read(name: string): string | undefined;
}
