using System.Net;
using Lms.Web.Access;
using Lms.Web.Backups;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Admin;

/// <summary>An administrator sees how old and how sound the backups are, makes one and tries it.</summary>
public sealed class BackupsPageTests
{
    private const string Address = "/admin/backups";

    [Fact]
    public async Task A_backup_is_made_and_tried_by_two_buttons_and_both_stand_in_the_log()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        var empty = await admin.OpenAsync(Address);
        Assert.Contains("Понад 26 годин", Alert(empty), StringComparison.Ordinal);

        using var made = await admin.SubmitAsync(Address, "form[action*='Make']");
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var page = await admin.OpenAsync(Address);
        Assert.NotNull(page.QuerySelector(".notice.good"));
        Assert.Null(page.QuerySelector("[role=alert]"));
        Assert.Single(page.QuerySelectorAll("tbody tr"));

        using var tried = await admin.SubmitAsync(Address, "form[action*='Check']");
        Assert.Equal(HttpStatusCode.Redirect, tried.StatusCode);
        var after = await admin.OpenAsync(Address);
        Assert.Contains(
            "пробно відновлено 23 листопада 2026",
            after.QuerySelector("tbody")!.TextContent,
            StringComparison.Ordinal
        );
        await using var db = host.Look();
        var acts = await db
            .Audit.Where(entry => entry.Actor != null)
            .Select(entry => entry.Action)
            .ToListAsync();
        Assert.Contains(AuditAction.BackupMade, acts);
        Assert.Contains(AuditAction.BackupChecked, acts);

        host.Clock.Forward(TimeSpan.FromHours(26));
        var late = await admin.OpenAsync(Address);
        Assert.Contains("Понад 26 годин", Alert(late), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_language_of_the_reader()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin", "en");
        using (host.Services.GetRequiredService<BackupFolder>().Take())
        {
            using var refused = await admin.SubmitAsync(Address, "form[action*='Make']");
            Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        }

        var page = await admin.OpenAsync(Address);
        Assert.Contains(
            page.QuerySelectorAll("[role=alert]"),
            notice => notice.TextContent.Contains("Another process", StringComparison.Ordinal)
        );
    }

    private static string Alert(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelector("[role=alert]")!.TextContent;
}
