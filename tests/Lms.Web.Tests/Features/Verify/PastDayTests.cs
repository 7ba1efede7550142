using System.Net;
using System.Text.Json;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Verify;

/// <summary>The state on a past day, as anyone with the code asks for it.</summary>
public sealed class PastDayTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Each_day_has_its_own_state(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var certificate = await host.IssuedAsync();
        host.Clock.Forward(TimeSpan.FromDays(3 * 365));
        foreach (
            var (day, state) in new[]
            {
                ("2026-11-22", "not-issued-yet"),
                ("2026-11-23", "valid"),
                ("2028-11-22", "valid"),
                ("2028-11-23", "expired"),
                ("", "expired"),
            }
        )
        {
            var json = await host.Anonymous()
                .GetStringAsync($"{Address(certificate.Code)}.json?on={day}");
            Assert.Equal(
                state,
                JsonDocument.Parse(json).RootElement.GetProperty("state").GetString()
            );
        }

        var page = await host.Anonymous("en")
            .OpenAsync($"{Address(certificate.Code)}?on=2027-03-01");
        var verdict = page.QuerySelector(".verdict")!;
        Assert.True(verdict.ClassList.Contains("good"));
        Assert.Contains("1 March 2027", verdict.TextContent, StringComparison.Ordinal);
        Assert.Contains("expired", verdict.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-24", "day-in-future")]
    [InlineData("9999-12-31", "day-in-future")]
    [InlineData("2026-02-30", "no-such-day")]
    [InlineData("tomorrow", "no-such-day")]
    [InlineData("23.11.2026", "no-such-day")]
    public async Task A_day_to_come_and_no_day_are_refused_in_words(string day, string fault)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var certificate = await host.IssuedAsync();
        var visitor = host.Anonymous();
        using var json = await visitor.GetAsync($"{Address(certificate.Code)}.json?on={day}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, json.StatusCode);
        Assert.Contains(fault, await json.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var page = await visitor.GetAsync($"{Address(certificate.Code)}?on={day}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.StatusCode);
        Assert.NotNull((await page.ReadAsync()).QuerySelector("[role=alert]"));
    }

    private static string Address(string code) => $"/verify/{Uri.EscapeDataString(code)}";
}
