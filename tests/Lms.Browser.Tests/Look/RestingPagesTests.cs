using Lms.Browser.Tests.Support;

namespace Lms.Browser.Tests.Look;

/// <summary>
/// Each place of those who answer for others, full of people, and each filter with nonsense in it: in
/// the language of the desk and the one of the phone.
/// </summary>
[Collection(LookCollection.Name)]
public sealed class RestingPagesTests(Chromium chromium, FilledServer filled)
{
    private static readonly string Asked = Uri.EscapeDataString(OnScreen.Nonsense);
    private static readonly string Long = Uri.EscapeDataString(new string('щ', 400));
    private const string Foreign = "0195d3f0-0000-7000-8000-000000000000";

    [Theory]
    [InlineData("uk")]
    [InlineData("en")]
    public async Task A_manager_of_a_region_looks_at_people_and_duties(string language)
    {
        await using var manager = await RegionalAsync(language);
        await manager.LookAtAsync(
            ("manage", "/manage"),
            ("people", "/manage/people"),
            ("people-asked", $"/manage/people?q={Asked}&role={Long}&p=-7"),
            ("people-elsewhere", $"/manage/people?q={Asked}&community={Asked}"),
            ("people-import", "/manage/people/import"),
            ("people-invitations", "/manage/people/invitations"),
            ("places", "/manage/places"),
            ("places-asked", $"/manage/places?q={Asked}&p=999999"),
            ("assignments", "/manage/assignments"),
            (
                "assignments-asked",
                $"/manage/assignments?person={Foreign}&due=31.02.2026&what={Asked}"
            ),
            ("requirements", "/manage/assignments/requirements"),
            ("announcements", "/manage/assignments/announcements")
        );
        manager.Watch.AssertQuiet();
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("en")]
    public async Task A_manager_of_a_region_looks_at_certifications_coverage_and_reports(
        string language
    )
    {
        await using var manager = await RegionalAsync(language);
        await manager.LookAtAsync(
            ("certifications", "/manage/certifications"),
            (
                "certifications-asked",
                $"/manage/certifications?q={Long}&on=yesterday&state=Mad&sort=x"
            ),
            ("evidence", "/manage/evidence"),
            ("changes-none", "/manage/certifications/changes/k1-basics"),
            ("coverage", "/manage/coverage"),
            (
                "coverage-asked",
                $"/manage/coverage?rule={Asked}&day=0000-99-99&away={Foreign}&within={Asked}"
            ),
            ("coverage-map", "/manage/coverage?view=map"),
            ("reports", "/manage/reports"),
            ("report-certifications", "/manage/reports/certifications"),
            (
                "report-hours-asked",
                $"/manage/reports/hours?q={Asked}&from=0001-01-01&until=9999-12-31"
            ),
            ("report-communities", "/manage/reports/communities"),
            ("standing", "/manage/reports/standing"),
            ("outreach", "/manage/outreach")
        );
        manager.Watch.AssertQuiet();
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("en")]
    public async Task An_auditor_an_administrator_and_a_specialist_look_at_theirs(string language)
    {
        var server = await filled.StartedAsync();
        await using var auditor = await chromium.SignedInAsync(
            server,
            "auditor",
            Screen.Phone,
            language
        );
        await auditor.LookAtAsync(
            ("audits", "/manage/reports/audit"),
            ("audits-asked", $"/manage/reports/audit?quarter={Asked}")
        );
        auditor.Watch.AssertQuiet();
        await using var admin = await chromium.SignedInAsync(
            server,
            "admin",
            Screen.Phone,
            language
        );
        await admin.LookAtAsync(
            ("mail", "/admin/mail"),
            ("mail-asked", $"/admin/mail?state={Asked}")
        );
        admin.Watch.AssertQuiet();
        await using var person = await chromium.SignedInAsync(
            server,
            "specialist2",
            Screen.Phone,
            language
        );
        await person.LookAtAsync(
            ("own-certifications", "/certifications"),
            ("own-profile", "/account/profile"),
            ("own-announcements", "/announcements")
        );
        person.Watch.AssertQuiet();
    }

    // In English at a desk, so that both languages and both widths are seen once.
    private async Task<Visitor> RegionalAsync(string language) =>
        await chromium.SignedInAsync(
            await filled.StartedAsync(),
            "regional",
            language == "uk" ? Screen.Phone : Screen.Desk,
            language
        );
}
