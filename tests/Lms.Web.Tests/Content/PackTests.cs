using Lms.Domain.Territories;
using Lms.Web.Content;
using Lms.Web.Content.Pack;

namespace Lms.Web.Tests.Content;

public sealed class PackTests
{
    [Fact]
    public void A_pack_says_what_its_files_say()
    {
        using var content = new ContentFolder();

        var pack = content.Check().Pack!;

        Assert.Equal("Ліга", pack.Issuer.Name.Uk);
        Assert.Equal(["uk", "en"], pack.Languages);
        Assert.True(pack.Territories.IsCommunity(new("C1")));
        Assert.Equal(41421, pack.Territories.Find(new("C1"))!.Population);
        Assert.Equal("Центр, другий", pack.Institution("centre")!.Name.Uk);
        Assert.Equal("Specialist", pack.StaffRole("R01")!.Name.En);
        Assert.Equal("пояснює", pack.Competences.Find("П1")!.Levels[1]);
        Assert.Equal(2, pack.Competences.RequiredLevels["R01"]["П1"]);
        Assert.Equal(1, pack.Profiles["first"]["П1"]);
        Assert.Equal("First contact", pack.ProfileNames["first"].En);
        Assert.Equal(
            (2000, ActState.Changed),
            (pack.Acts.Find("palermo")!.Year, pack.Acts.Find("palermo")!.State)
        );
        Assert.Equal(new(2011, 9, 20), pack.Acts.Find("3739-VI")!.Date);
        var account = Assert.Single(pack.Demo!.Accounts);
        Assert.Equal(("Дем’янчук Оксана Іванівна", null), (account.Name.Full, account.Scope));
    }

    [Fact]
    public void The_day_is_the_day_of_the_time_zone()
    {
        using var content = new ContentFolder();
        var pack = content.Check().Pack!;

        Assert.Equal(new(2026, 11, 24), pack.DayOf(new(2026, 11, 23, 22, 30, 0, TimeSpan.Zero)));
        Assert.Equal(new(2026, 11, 23), pack.DayOf(new(2026, 11, 23, 21, 30, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Help_lines_come_in_their_order_and_know_when_their_review_is_due()
    {
        using var content = new ContentFolder();

        var lines = content.Check().Pack!.HelpLines;

        Assert.Equal(["children", "police"], lines.Select(line => line.Id));
        Assert.True(lines[0].IsDue(ContentFolder.Today));
        Assert.False(lines[1].IsDue(ContentFolder.Today));
        Assert.True(lines[1].IsDue(ContentFolder.Today.AddDays(1)));
        Assert.Equal(new TerritoryCode("C1"), lines[0].Territory);
    }

    [Fact]
    public void A_pack_may_come_without_demo_people()
    {
        using var content = new ContentFolder();

        Assert.Null(content.Delete("organisation/demo.yml").Check().Pack!.Demo);
    }

    [Fact]
    public void The_notice_on_personal_data_has_a_version_and_may_be_translated()
    {
        using var content = new ContentFolder();

        var notice = content
            .Write(
                "organisation/privacy.en.md",
                "---\ntitle: Data\nsource: 0\n---\n\nWhat there is.\n"
            )
            .Check();

        Assert.Equal("organisation/privacy.en.md", notice.Only("stale-translation").Path);
        Assert.Equal(2, notice.Pack!.Notice.Version);
        Assert.Contains(
            "<strong>пошта</strong>",
            notice.Pack.Notice.In("uk")!.Html,
            StringComparison.Ordinal
        );
        var english = notice.Pack.Notice.In("en")!;
        Assert.Equal(("Data", true), (english.Title, english.IsStale));
    }

    [Fact]
    public void A_pack_without_a_notice_is_warned_of_and_read()
    {
        using var content = new ContentFolder();

        var read = content.Delete("organisation/privacy.md").Check();

        Assert.Equal("organisation/privacy.md", read.Only("no-privacy-notice").Path);
        Assert.False(read.Pack!.Notice.Exists);
    }

    [Theory]
    [InlineData("privacy.md", "version: 2", "version: друга", "expects-number", 3, 10)]
    [InlineData("privacy.md", "version: 2\n", "", "missing-key", 2, 1)]
    [InlineData("privacy.md", "title: Дані", "titel: Дані", "unknown-key", 2, 1)]
    [InlineData(
        "organisation.yml",
        "time-zone: Europe/Kyiv",
        "time-zone: Sumy",
        "unknown-time-zone",
        11,
        12
    )]
    [InlineData(
        "organisation.yml",
        "counted: community",
        "counted: comunity",
        "expects-one-of",
        24,
        12
    )]
    [InlineData("organisation.yml", "accent: \"\"", "accent: \"red\"", "expects-colour", 18, 20)]
    [InlineData(
        "organisation.yml",
        "https://uk.wikipedia.org/",
        "javascript:1",
        "expects-address",
        19,
        23
    )]
    [InlineData(
        "organisation.yml",
        "hours-per-credit: 30",
        "hours-per-credit: 0",
        "expects-number",
        12,
        19
    )]
    [InlineData(
        "organisation.yml",
        "languages: [uk, en]",
        "languages: [uk, fr]",
        "expects-one-of",
        10,
        17
    )]
    [InlineData("territory.csv", "C1,community,O1", "C1,community,O9", "territory-parent", 3, 14)]
    [InlineData("territory.csv", "C1,community,O1", "C1,comunity,O1", "expects-one-of", 3, 4)]
    [InlineData("territory.csv", ",41421", ",багато", "expects-number", 3, 42)]
    [InlineData("territory.csv", ",41421", "", "csv-field-count", 3, 1)]
    [InlineData("territory.csv", "code,level", "code,levels", "csv-columns", 1, 1)]
    [InlineData("institutions.csv", ",C1,", ",C9,", "unknown-code", 2, 29)]
    [InlineData("roles.yml", "code", "kode", "unknown-key", 1, 4)]
    [InlineData("competences.yml", "direction: П\n", "direction: Ю\n", "unknown-code", 8, 16)]
    [InlineData("competences.yml", "  first: {uk", "  frist: {uk", "unknown-code", 20, 3)]
    [InlineData(
        "competences.yml",
        "R01: {П1: 2, В1: 0}",
        "R01: {П1: 4, В1: 0}",
        "expects-number",
        16,
        13
    )]
    [InlineData(
        "competences.yml",
        "R01: {П1: 2, В1: 0}",
        "R02: {П1: 2, В1: 0}",
        "unknown-code",
        16,
        3
    )]
    [InlineData("help-lines.yml", "order: 1", "order: перша", "expects-number", 10, 10)]
    [InlineData("help-lines.yml", "territory: C1", "territory: C9", "unknown-code", 13, 14)]
    [InlineData("help-lines.yml", "  numbers: [\"102\"]\n", "", "help-line-without-contact", 1, 3)]
    [InlineData("acts.yml", "state: in-force", "state: in force", "expects-one-of", 7, 10)]
    [InlineData("acts.yml", "id: palermo", "id: 3739-VI", "duplicate-code", 10, 7)]
    [InlineData("demo.yml", "role: specialist", "role: boss", "expects-one-of", 5, 11)]
    [InlineData("demo.yml", "territory: C1", "territory: O1", "not-a-community", 10, 16)]
    [InlineData("demo.yml", "institution: centre", "institution: center", "unknown-code", 12, 18)]
    public void A_wrong_value_is_an_error_at_its_place(
        string file,
        string old,
        string with,
        string code,
        int line,
        int column
    )
    {
        using var content = new ContentFolder();
        var read = content.Replace($"organisation/{file}", old, with).Check();

        var finding = read.Findings.First(found => found.Code == code);
        Assert.Equal(
            ($"organisation/{file}", line, column),
            (finding.Path, finding.Line, finding.Column)
        );
        Assert.Null(read.Pack);
    }

    [Theory]
    [InlineData("organisation.yml")]
    [InlineData("territory.csv")]
    [InlineData("institutions.csv")]
    [InlineData("roles.yml")]
    [InlineData("competences.yml")]
    [InlineData("help-lines.yml")]
    [InlineData("acts.yml")]
    public void A_file_that_is_not_there_is_an_error(string file)
    {
        using var content = new ContentFolder();

        Assert.Equal(
            $"organisation/{file}",
            content.Delete($"organisation/{file}").Check().Only("file-missing").Path
        );
    }
}
