using Lms.Domain.Certification;
using Lms.Domain.Coverage;
using Lms.Web.Content;
using Lms.Web.Content.Pack;

namespace Lms.Web.Tests.Content;

/// <summary>Certifications, coverage and campaigns as an organisation writes them.</summary>
public sealed class CertificationPackTests
{
    private const string File = "organisation/certifications/basics.md";
    private const string Coverage = "organisation/coverage.yml";
    private const string Campaign = "campaigns/winter.md";

    private const string Sound = """
        ---
        title: "Основи"
        staff-roles: [R01]
        competences: {П1: 1}
        acts: [3739-VI]
        first:
          - course: basics
          - any: 1
            of:
              - case: basics/desk
              - evidence: training
        renewals:
          B: {course: basics}
          C:
            - evidence: training
        validity: {basis: fixed, period: 1 month 15 days, base: 2026-09-01, minimum: 20 days}
        window: 10 days
        grace: none
        late: start-again
        early: counts
        ---

        Кого **готує**.
        """;

    private const string SoundCoverage = """
        - code: two
          name: {uk: "Двоє", en: "Two"}
          unit: institution
          at-least: 2
          per-population: 10000
          certification: basics
          profile: first
          staff-roles: [R01]
          ahead: 30 days
        """;

    private const string SoundCampaign = """
        ---
        title: "Зима"
        from: 12-20
        until: 01-10
        days:
          - {on: 12-25, name: {uk: "День", en: "Day"}}
        courses: [basics]
        staff-roles: [R01]
        banner: "Зимові тижні."
        sources:
          - {title: "Закон", url: "https://zakon.rada.gov.ua/", date: 2026-11-23}
        ---

        Текст.
        """;

    [Fact]
    public void A_certification_says_what_its_file_says()
    {
        using var content = Written();

        var read = content.Check();

        read.IsClean();
        var offered = Assert.Single(read.Pack!.Certifications);
        var rules = offered.Rules;
        Assert.Equal(("basics", "Основи"), (offered.Code, rules.Name.Uk));
        Assert.Contains("<strong>готує</strong>", offered.Texts.In("en").Html, Ordinal);
        Assert.Equal(
            [
                new PathStep.Course("basics"),
                new PathStep.Case("basics", "desk"),
                new PathStep.Evidence("training"),
            ],
            rules.First.Node.Steps()
        );
        Assert.Equal(["B", "C"], rules.Renewals.Select(path => path.Name));
        Assert.Equal(new Term(1, 15), rules.Validity.Period);
        Assert.Equal(
            (ValidityBasis.Fixed, new DateOnly(2026, 9, 1), new Term(0, 20)),
            (rules.Validity.Basis, rules.Validity.FixedBase!.Value, rules.Validity.Minimum)
        );
        Assert.Equal((10, 0, true), (rules.Window, rules.Grace, rules.CountsEarly));
        Assert.Equal(LatePolicy.StartAgain, rules.Late);
        Assert.Equal(
            ("3739-VI", "R01", "П1"),
            (rules.Acts[0], rules.StaffRoles[0], rules.Competences[0].Code)
        );
        Assert.Same(offered, read.Pack.Certification("basics"));
    }

    [Fact]
    public void Coverage_and_campaigns_say_what_their_files_say()
    {
        using var content = Written();

        var pack = content.Check().Pack!;

        var rule = Assert.Single(pack.CoverageRules);
        Assert.Equal(
            (CoverageUnit.Institution, 2, 10_000, "basics", 30),
            (rule.Unit, rule.AtLeast, rule.PerPopulation, rule.Certification, rule.Ahead)
        );
        Assert.Equal(1, rule.Levels["П1"]);
        var campaign = Assert.Single(pack.Campaigns);
        Assert.Equal("Зимові тижні.", campaign.Texts.In("en").Banner);
        Assert.True(campaign.IsOn(new(2026, 12, 20)));
        Assert.True(campaign.IsOn(new(2027, 1, 10)));
        Assert.False(campaign.IsOn(new(2027, 1, 11)));
        Assert.False(campaign.IsOn(new(2026, 12, 19)));
        Assert.Equal(new(12, 25), campaign.Days[0].On);
    }

    [Fact]
    public void A_draft_may_have_no_path_and_can_be_neither_earned_nor_demanded()
    {
        using var content = Written()
            .Write(File, "---\ntitle: Задум\ndraft: true\nstaff-roles: [R01]\n---\n\nТекст.\n");

        var read = content.Check();

        Assert.Equal((Coverage, 6, 18), Place(read.Only("unknown-code")));
        Assert.Equal(
            "Задум",
            Assert.Single(content.Delete(Coverage).Check().Pack!.PlannedCertifications).Name.Uk
        );
    }

    [Fact]
    public void A_translation_that_is_older_than_its_source_is_warned_of()
    {
        using var content = Written()
            .Write(
                File.Replace(".md", ".en.md", Ordinal),
                "---\ntitle: Basics\nsource: 0\n---\n\nWhom.\n"
            );

        var read = content.Check();

        Assert.Equal(Severity.Warning, read.Only("stale-translation").Severity);
        var text = read.Pack!.Certifications[0].Texts.In("en");
        Assert.Equal(("Basics", true), (text.Title, text.IsStale));
        Assert.Equal("Basics", read.Pack.Certifications[0].Rules.Name.En);
    }

    [Theory]
    [InlineData(File, "- course: basics", "- course: basic", "unknown-code", 7, 13)]
    [InlineData(File, "basics/desk", "basics/door", "unknown-code", 10, 15)]
    [InlineData(File, "[R01]", "[R09]", "unknown-code", 3, 15)]
    [InlineData(File, "{П1: 1}", "{Ю1: 1}", "unknown-code", 4, 15)]
    [InlineData(File, "[3739-VI]", "[3739]", "unknown-code", 5, 8)]
    [InlineData(File, "any: 1", "any: 3", "expects-number", 8, 10)]
    [InlineData(File, "- evidence: training\nr", "- proof: training\nr", "expects-path", 11, 9)]
    [InlineData(File, "- evidence: training\nr", "- session: talk\nr", "unknown-code", 11, 18)]
    [InlineData(File, "1 month 15 days", "often", "expects-term", 16, 34)]
    [InlineData(File, "basis: fixed", "basis: expiry", "fixed-only", 16, 52)]
    [InlineData(File, "window: 10 days", "window: 2 months", "expects-term", 17, 1)]
    [InlineData(File, "late: start-again", "late: never", "expects-one-of", 19, 7)]
    [InlineData(File, "grace: none", "grase: none", "unknown-key", 18, 1)]
    [InlineData(Coverage, "certification: basics", "certification: basic", "unknown-code", 6, 18)]
    [InlineData(Coverage, "profile: first", "profile: last", "unknown-code", 7, 12)]
    [InlineData(Coverage, "[R01]", "[R09]", "unknown-code", 8, 17)]
    [InlineData(Coverage, "code: two", "code: Two", "expects-slug", 1, 9)]
    [InlineData(Coverage, "at-least: 2", "at-least: 0", "expects-number", 4, 13)]
    [InlineData(Campaign, "from: 12-20", "from: 13-20", "expects-month-and-day", 3, 7)]
    [InlineData(Campaign, "on: 12-25", "on: 02-29", "expects-month-and-day", 6, 10)]
    [InlineData(Campaign, "courses: [basics]", "courses: [basic]", "unknown-code", 7, 11)]
    [InlineData(Campaign, "[R01]", "[R09]", "unknown-code", 8, 15)]
    public void A_wrong_value_is_an_error_at_its_place(
        string path,
        string old,
        string with,
        string code,
        int line,
        int column
    )
    {
        using var content = Written().Replace(path, old, with);

        var read = content.Check();

        var finding = read.Findings.First(found => found.Code == code);
        Assert.Equal((path, line, column), Place(finding));
        Assert.Null(read.Pack);
    }

    [Theory]
    [InlineData(File, "first:", "expects-path")]
    [InlineData(File, "validity:", "missing-key")]
    [InlineData(Coverage, "  at-least: 2\n", "missing-key")]
    [InlineData(Campaign, "from: 12-20\n", "missing-key")]
    public void What_is_needed_must_be_there(string path, string line, string code)
    {
        using var content = Written();
        var key = code == "expects-path" ? "first: []\nlate: renewal\nx:" : "";
        var changed =
            line == "validity:"
                ? content.Replace(
                    path,
                    "validity: {basis: fixed, period: 1 month 15 days, base: 2026-09-01, minimum: 20 days}\n",
                    ""
                )
                : content.Replace(path, line, key);

        Assert.Contains(code, changed.Check().Codes());
    }

    [Fact]
    public void A_rule_that_asks_for_nothing_and_a_file_that_is_no_page_are_errors()
    {
        using var content = Written()
            .Replace(Coverage, "  certification: basics\n  profile: first\n", "")
            .Write("organisation/certifications/a.txt", "x")
            .Write("organisation/certifications/lost.en.md", "---\ntitle: Lost\n---\n")
            .Write("campaigns/may/a.md", "x");

        var read = content.Check();

        read.Only("coverage-asks-nothing");
        Assert.Equal(3, read.Codes().Count(code => code == "unexpected-file"));
    }

    [Fact]
    public void An_act_marked_as_changed_lists_each_lesson_question_course_and_certification_that_cites_it()
    {
        const string norm = "> [!LAW]\n> Норма.\n> {act=3739-VI as-of=2026-11-23}\n";
        using var content = Written()
            .WriteLesson($"Текст.\n\n{norm}")
            .WriteQuiz($"## Скільки? {{#q-count}}\n\n{norm}\n- [ ] п’ять\n- [x] три\n");
        content.Check().IsClean();

        content.Replace("organisation/acts.yml", "state: in-force", "state: changed");

        var read = content.Check();
        Assert.False(read.HasErrors);
        Assert.All(read.Findings, found => Assert.Equal("changed-act", found.Code));
        Assert.Equal(
            [File, ContentFolder.Course, ContentFolder.Lesson, ContentFolder.Quiz],
            read.Findings.Select(found => found.Path)
        );
        Assert.Equal((File, 5, 8), Place(read.Findings[0]));
    }

    [Fact]
    public void The_pack_of_the_repository_has_one_certification_to_earn_and_the_days_of_the_dossier()
    {
        var root = Path.Combine(RealContentTests.RepositoryRoot(), "content");
        var pack = ContentCheck
            .Run(root, Path.Combine(root, "organisation"), ContentFolder.Today)
            .Pack!;

        Assert.Equal("basic-awareness", Assert.Single(pack.Certifications).Code);
        Assert.Equal(4, pack.PlannedCertifications.Count);
        Assert.NotEmpty(pack.CoverageRules);
        Assert.Equal(
            [new(7, 30), new(10, 18), new MonthDay(11, 25)],
            pack.Campaigns.Select(campaign => campaign.From)
        );
        Assert.All(pack.Campaigns, one => Assert.False(one.Texts.In("en").IsStale));
        Assert.All(pack.PlannedCertifications, one => Assert.False(one.Texts.In("en").IsStale));
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static ContentFolder Written() =>
        new ContentFolder()
            .Write(File, Sound)
            .Write(Coverage, SoundCoverage)
            .Write(Campaign, SoundCampaign)
            .Write(
                "courses/basics/01-start/03-desk.case.md",
                "---\ntitle: Стіл\nminutes: 1\n---\n\n## Двоє {#s1}\n\nБіля столу.\n\n- [далі](#s2)\n\n## Кінець {#s2 ending=good}\n\nТекст.\n"
            );

    private static (string, int, int) Place(Finding finding) =>
        (finding.Path, finding.Line, finding.Column);
}
