namespace Lms.Web.Tests.Content;

/// <summary>A pack and a course without a finding, as small as they come.</summary>
internal static class SoundContent
{
    public const string LessonHead = """
        ---
        title: "Перший"
        minutes: 30
        ---

        """;

    public const string QuizHead = """
        ---
        title: "Перевірка"
        minutes: 30
        ---

        """;

    private const string Course = """
        ---
        title: "Основи"
        code: К1
        summary: "Короткий курс."
        language: uk
        hours: {self: 1}
        competences: {П1: 1}
        audience: [R01]
        certificate:
          title: "Сертифікат"
          validity: 24 months
          form: "онлайн"
          law: [{act: 3739-VI, edition: 2026-11-23}]
        reviewed: 2026-11-01
        review-by: 2027-11-23
        sources:
          - {title: "Закон", url: "https://zakon.rada.gov.ua/", date: 2026-11-23}
        authors: ["Ліга"]
        licence: CC BY-SA 4.0
        revision: 1
        changes:
          - {revision: 1, date: 2026-11-23, kind: major, summary: "Перше видання."}
        ---

        Опис курсу.
        """;

    private const string Lesson =
        LessonHead
        + """
            ## Початок

            Текст.
            """;

    private const string Quiz =
        QuizHead
        + """
            ## Скільки елементів? {#q-count}

            - [ ] п’ять
            - [x] три
            """;

    private const string Organisation = """
        name: {uk: "Ліга", en: "League"}
        short-name: {uk: "Ліга", en: "League"}
        site-name: {uk: "Навчання", en: "Learning"}
        issuer:
          name: {uk: "Ліга", en: "League"}
          register-code: ""
          signatory:
            name: ""
            position: {uk: "", en: ""}
        languages: [uk, en]
        time-zone: Europe/Kyiv
        hours-per-credit: 30
        register:
          name: {uk: "Реєстр", en: "Register"}
          number-prefix: ""
        certificate:
          note: {uk: "Примітка.", en: "Note."}
        branding: {accent: ""}
        quick-exit: {address: "https://uk.wikipedia.org/"}
        territory:
          levels:
            - {code: oblast, name: {uk: "область", en: "region"}}
            - {code: community, name: {uk: "громада", en: "community"}}
          counted: community
          source: "КАТОТТГ"
          licence: "акт"
        """;

    private const string Competences = """
        framework:
          name: {uk: "Рамка", en: "Framework"}
        directions:
          - {code: П, name: {uk: "Профілактика", en: "Prevention"}}
          - {code: В, name: {uk: "Виявлення", en: "Detection"}}
        competences:
          - code: П1
            direction: П
            name: {uk: "Поняття", en: "Concept"}
            levels: {1: "пояснює"}
          - code: В1
            direction: В
            name: {uk: "Ознаки", en: "Signs"}
            levels: {1: "помічає"}
        matrix:
          R01: {П1: 2, В1: 0}
        profiles:
          first: {П1: 1}
        profile-names:
          first: {uk: "Перший контакт", en: "First contact"}
        """;

    private const string HelpLines = """
        - id: police
          order: 2
          numbers: ["102"]
          name: {uk: "Поліція", en: "Police"}
          owner: {uk: "Ліга", en: "League"}
          source: "джерело"
          verified-on: 2026-06-01
          review-due: 2026-11-24
        - id: children
          order: 1
          numbers: ["116 111"]
          name: {uk: "Дитяча лінія", en: "Child line"}
          territory: C1
          owner: {uk: "Ліга", en: "League"}
          source: "джерело"
          verified-on: ''
          review-due: ''
        """;

    private const string Acts = """
        - id: 3739-VI
          number: "3739-VI"
          date: 2011-09-20
          title: {uk: "Закон України «Про протидію торгівлі людьми»", en: "Law on Trafficking"}
          body: {uk: "Верховна Рада", en: "Parliament"}
          edition: ''
          state: in-force
          address: "https://zakon.rada.gov.ua/"
          checked: 2026-11-23
        - id: palermo
          number: ""
          date: "2000"
          title: {uk: "Протокол", en: "Protocol"}
          state: changed
        """;

    private const string Demo = """
        password: "слово"
        people: 0
        accounts:
          - email: specialist@demo.example
            role: specialist
            given: "Оксана"
            family: "Дем’янчук"
            patronymic: "Іванівна"
            name-en: "Oksana"
            territory: C1
            staff-roles: [R01]
            institution: centre
            scope: ''
        """;

    public static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<
        string,
        string
    >
    {
        ["organisation/organisation.yml"] = Organisation,
        ["organisation/territory.csv"] =
            "code,level,parent,name_uk,name_en,kind,population\n"
            + "O1,oblast,,Область,Region,,\nC1,community,O1,Громада,Community,міська,41421\n",
        ["organisation/institutions.csv"] =
            "code,name_uk,name_en,territory,kind\ncentre,\"Центр, другий\",Centre,C1,social\n",
        ["organisation/roles.yml"] = "- {code: R01, name: {uk: Фахівець, en: Specialist}}\n",
        ["organisation/competences.yml"] = Competences,
        ["organisation/help-lines.yml"] = HelpLines,
        ["organisation/acts.yml"] = Acts,
        ["organisation/demo.yml"] = Demo,
        ["organisation/privacy.md"] =
            "---\ntitle: Дані\nversion: 2\n---\n\n## Що є\n\nІм’я і **пошта**.\n",
        [ContentFolder.Course] = Course,
        ["courses/basics/01-start/module.md"] = "---\ntitle: \"Початок\"\n---\n",
        [ContentFolder.Lesson] = Lesson,
        [ContentFolder.Quiz] = Quiz,
    };
}
