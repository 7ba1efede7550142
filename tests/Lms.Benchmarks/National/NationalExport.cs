using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lms.Benchmarks.National;

/// <summary>The list of completions as a workbook, taken by the form of its page.</summary>
internal sealed partial class NationalExport(Driver driver, NationalPlan plan)
{
    private readonly string choice = string.Create(
        CultureInfo.InvariantCulture,
        $"from={plan.From:yyyy-MM-dd}"
    );

    private string cookie = "";
    private string token = "";

    public async Task OpenAsync()
    {
        (var page, cookie) = await driver.GetAsync(
            $"/manage/reports/completed?{choice}",
            plan.Country
        );
        token = Token().Match(Encoding.UTF8.GetString(page)).Groups["token"].Value;
    }

    public async Task TakeAsync() =>
        await driver.PostAsync(
            $"/manage/reports/completed?handler=Export&{choice}",
            cookie,
            [
                new("format", "xlsx"),
                new("reason", "bench"),
                new("__RequestVerificationToken", token),
            ]
        );

    [GeneratedRegex(
        "__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Token();
}
