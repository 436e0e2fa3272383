declare module 'opencc-js/dict/*' {
  /** `simplified traditional|simplified traditional …` */
  const dictionary: string
  export default dictionary
}
