using System.Net;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Certificates;

/// <summary>What a holder sees of their own, and takes away.</summary>
public sealed class OwnCertificatesTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Hours_and_credits_stand_by_the_year_of_completion(string database)
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Named(database),
            await ContentCopy.WithHoursAsync("6")
        );
        var certificate = await host.IssuedAsync();
        var holder = await host.SignedInAsync("specialist");
        var cells = await YearAsync(holder);
        Assert.Equal(["2026", "курси", "1"], cells[..3]);
        Assert.Equal(certificate.Hours, decimal.Parse(cells[3].Replace(',', '.'), Invariant));
        Assert.Equal("0,2", cells[4]);

        // Issued anew in the next year, it moves no hours and counts once.
        host.Clock.Forward(TimeSpan.FromDays(60));
        await holder.SignInAsync("specialist@demo.example");
        var admin = await host.SignedInAsync("admin");
        using var done = await admin.SubmitAsync(
            $"/admin/certificates/{certificate.Number}",
            "form[action*='Reissue']",
            ("reason", "прізвище"),
            ("confirmed", "true")
        );
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(cells, await YearAsync(holder));
        var page = await holder.OpenAsync("/certificates");
        Assert.Contains(
            "Замінено сертифікатом № DEMO-2027-000001",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(2, page.QuerySelectorAll("main .rows > li").Length);
    }

    [Fact]
    public async Task Without_anything_valid_there_is_no_archive()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await host.IssuedAsync();
        var holder = await host.SignedInAsync("specialist");
        Assert.Equal(
            HttpStatusCode.OK,
            (await holder.GetAsync("/certificates/all.zip")).StatusCode
        );
        var stranger = await host.SignedInAsync("specialist2");
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.GetAsync("/certificates/all.zip")).StatusCode
        );
        await using var db = host.Look();
        await db.Certificates.ExecuteUpdateAsync(row =>
            row.SetProperty(one => one.ValidUntil, new DateOnly(2026, 11, 22))
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await holder.GetAsync("/certificates/all.zip")).StatusCode
        );
    }

    private static System.Globalization.CultureInfo Invariant =>
        System.Globalization.CultureInfo.InvariantCulture;

    private static async Task<string[]> YearAsync(HttpClient holder) =>
        [
            .. (await holder.OpenAsync("/certificates"))
                .QuerySelectorAll("main table tbody tr")
                .Single()
                .Children.Select(cell => cell.TextContent.Trim()),
        ];
}
