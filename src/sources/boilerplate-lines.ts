/** A kind of line that is not the article's own text. */
export interface BoilerplateLine {
  name: string;
  pattern: RegExp;
  /** Longest line in characters for which the pattern is trusted; words such as "Partager" also open sentences. */
  longest: number;
  /** True where, near the end of the text, all that follows is left out too. */
  endsArticle?: true;
}

/** The lines around an article that French and English sites print, matched from the line's first word unless noted. */
export const BOILERPLATE_LINES: readonly BoilerplateLine[] = [
  {
    name: "invitation to comment",
    pattern:
      /^(?:laisse[rz] (?:un|votre|une) (?:commentaire|réponse)|réagir à cet article|commentaires?$|commenter$|(?:\d+ )?comments?$|leave a (?:comment|reply)|(?:post|add) a comment|join the (?:conversation|discussion)|soyez le premier à commenter|(?:voir|lire) les commentaires)/iu,
    longest: 120,
    endsArticle: true,
  },
  {
    name: "comment form",
    pattern:
      /^(?:votre adresse (?:e-?mail|de messagerie)|les champs obligatoires|your e-?mail address|required fields|l['’]espace (?:des|de) commentaires|enregistrer mon nom|save my name|connectez-vous|(?:log|sign) in to|vous devez (?:être connecté|vous connecter)|you must be logged in)/iu,
    longest: 240,
    endsArticle: true,
  },
  {
    name: "newsletter",
    pattern:
      /^(?:(?:la |notre |our |the )?newsletters?\b|inscrivez[ -]vous|abonnez[ -]vous|s['’](?:abonner|inscrire)\b|restez informée?s?|recevez (?:des|nos|les|chaque|toute)|sign up\b|subscribe\b|get (?:our|the) (?:daily|weekly|morning|latest|newsletter)|stay (?:informed|up to date|tuned))/iu,
    longest: 200,
  },
  {
    name: "link to more",
    pattern:
      /^(?:(?:pour )?en savoir plus\b|(?:à )?lire (?:aussi|également|la suite)\b|(?:à )?voir aussi\b|sur le même (?:sujet|thème)|articles? (?:liés?|similaires?)|dans la même rubrique|read (?:more|also|next)\b|see also\b|more on (?:this|the)\b|related(?: articles?| stories| topics?)?\s*(?::|$)|continue reading|learn more\b|click here|cliquez ici)/iu,
    longest: 240,
  },
  {
    name: "tags and a link to more, in one line",
    pattern:
      /^[^.!?«"“]{1,80} (?:En savoir plus|EN SAVOIR PLUS|Lire aussi|LIRE AUSSI|Read more|READ MORE) [^.!?«"“]+$/u,
    longest: 300,
  },
  {
    name: "share or follow",
    pattern:
      /^(?:partage[rz]\b|partages?$|suivez[ -](?:nous|[-\p{Lu}])|suivre\b|share (?:this|on|via|your)\b|share$|follow (?:us|@)|(?:tweet|tweeter|print|imprimer|email|whatsapp|facebook|twitter|linkedin|telegram|copy link|copier le lien)$)/iu,
    longest: 80,
  },
  {
    name: "caption or credit",
    pattern: /^(?:photos?|image|illustration|légende|caption|crédits?(?: photos?)?|credits?|vidéo|video)\s*[:©]/iu,
    longest: 240,
  },
  {
    name: "credit at the end of a caption",
    pattern:
      /^[^«»"“”]{3,}\s[-–—/|©]\s?(?:©\s?)?(?:AFP|Reuters|AP|EPA|X|Twitter|Sipa(?: Press)?|Getty(?: Images)?|DR|Anadolu|Tass|capture d['’]écran|screenshot|archives?)(?:\s?[/-]\s?[\p{L} .]{2,30})?$/iu,
    longest: 180,
  },
  {
    name: "rights and cookies",
    pattern:
      /^(?:©|copyright\b|tous droits (?:de reproduction )?réservés|all rights reserved|(?:nous utilisons|ce site utilise) des cookies|(?:we use|this site uses) cookies|publicité$|advertisement$|annonce$|sponsored$)/iu,
    longest: 240,
  },
];

/** Words that present an author at the end of an article. */
export const AUTHOR_WORDS =
  /(?<!\p{L})(?:journaliste|rédact(?:eur|rice)|correspondante?|reporter|chroniqueu(?:r|se)|éditorialiste|écrivaine?|pigiste|lect(?:eur|rice)|passionnée?|fan(?:atique)?|amat(?:eur|rice)|gourou|blogueu(?:r|se)|journalist|correspondent|editor|writer|columnist|freelancer?|blogger|enthusiast|fanatic|lover|covers|contributed|reporting by|editing by|a contribué)(?!\p{L})/iu;
