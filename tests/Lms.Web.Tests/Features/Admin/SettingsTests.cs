using System.Net;
using Lms.Web.Access;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Admin;

/// <summary>The installation is shown as it is, without its secrets, and its mail can be tried.</summary>
public sealed class SettingsTests
{
    private const string Address = "/admin/settings";

    [Fact]
    public async Task What_is_missing_is_named_with_its_file_and_no_secret_is_shown()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            null,
            ("Lms:Mail:Host", "127.0.0.1"),
            ("Lms:Mail:Port", "1"),
            ("Lms:Mail:User", "canary-user"),
            ("Lms:Mail:Password", "canary-password")
        );
        var admin = await host.SignedInAsync("admin");
        var page = await admin.OpenAsync(Address);
        var text = page.DocumentElement.OuterHtml;
        Assert.Contains("organisation.yml: issuer.register-code", text, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Folder, text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Three_test_letters_in_ten_minutes_go_to_ones_own_address(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var admin = await host.SignedInAsync("admin");
        for (var number = 0; number < 3; number++)
        {
            using var sent = await admin.SubmitAsync(Address, "form[action*='Mail']");
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        using var fourth = await admin.SubmitAsync(Address, "form[action*='Mail']");
        Assert.NotNull((await fourth.ReadAsync()).QuerySelector("[role=alert]"));
        await using var db = host.Look();
        var letters = await db.OutgoingMail.ToListAsync();
        Assert.Equal(3, letters.Count);
        Assert.All(letters, letter => Assert.Equal("admin@demo.example", letter.To));
        Assert.Equal(3, await db.Audit.CountAsync(one => one.Action == AuditAction.MailTested));

        host.Clock.Forward(TimeSpan.FromMinutes(11));
        using var later = await admin.SubmitAsync(Address, "form[action*='Mail']");
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }

    [Fact]
    public async Task Every_place_of_the_start_page_is_there()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        var page = await admin.OpenAsync("/admin");
        var links = page.QuerySelectorAll(".rows a").Select(link => link.GetAttribute("href")!);
        foreach (var link in links)
        {
            Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(link)).StatusCode);
        }
    }
}
