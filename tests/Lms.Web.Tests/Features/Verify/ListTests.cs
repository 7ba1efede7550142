using System.Net;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Verify;

/// <summary>A list of numbers with their codes, checked at once.</summary>
public sealed class ListTests
{
    private const string Unknown = "у реєстрі немає такої пари";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Each_line_is_answered_and_a_wrong_pair_like_an_unknown_one(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var one = await host.IssuedAsync("specialist");
        var other = await host.IssuedAsync("specialist2");
        await host.EraseContentAsync(other);
        var rows = await RowsAsync(
            host,
            $"""
            {one.Number} {one.Code}
            {other.Number.ToLowerInvariant()};{other.Code.ToLowerInvariant()};Хтось

            {one.Number}, {other.Code}
            DEMO-2026-000777	{one.Code}
            {one.Number} {one.Code[..^1]}{(one.Code[^1] == '0' ? '1' : '0')}
            {one.Number}
            """
        );
        Assert.Equal(6, rows.Count);
        Assert.Equal("чинний", rows[0][1]);
        Assert.Equal(one.Content!.HolderName.SurnameAndInitials, rows[0][2]);
        Assert.Equal(("чинний", "дані власника вилучено"), (rows[1][1], rows[1][2]));
        Assert.Equal(rows[2][1..], rows[3][1..]);
        Assert.Equal(Unknown, rows[2][1]);
        Assert.Equal("у коді помилка", rows[4][1]);
        Assert.Equal("потрібні номер і код", rows[5][1]);
    }

    [Fact]
    public async Task A_list_may_come_as_a_file_and_go_as_a_table_without_formulas()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var one = await host.IssuedAsync();
        using var answer = await PostAsync(
            host.Anonymous(),
            "",
            $"\ufeff{one.Number}\t{one.Code}\r\n=cmd|x!A1 {one.Code}\r\n@SUM {one.Code}\r\n",
            ("format", "csv")
        );
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n');
        Assert.StartsWith($"{one.Number},чинний,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("'=cmd|x!A1,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("'@SUM,", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_lines_are_answered_and_more_are_refused()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var line =
            $"DEMO-2026-000001 {Lms.Domain.Certification.CertificateCode.Of(new byte[16])}\n";
        Assert.Equal(200, (await RowsAsync(host, Repeated(line, 200))).Count);
        foreach (
            var (text, said) in new[]
            {
                (Repeated(line, 201), "понад 200"),
                ("", "жодного рядка"),
                (new string('1', 100_000), "завеликий"),
            }
        )
        {
            using var answer = await PostAsync(host.Anonymous(), text);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.ReadAsync();
            Assert.Contains(
                said,
                page.QuerySelector("[role=alert]")!.TextContent,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task One_network_may_not_ask_for_lists_without_end()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var visitor = host.Anonymous();
        var last = HttpStatusCode.OK;
        for (var ask = 0; ask < 21; ask++)
        {
            using var answer = await PostAsync(visitor, "x");
            last = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/verify")).StatusCode);
    }

    private static string Repeated(string line, int times) =>
        string.Concat(Enumerable.Repeat(line, times));

    private static async Task<List<string[]>> RowsAsync(LmsHost host, string list)
    {
        using var answer = await PostAsync(host.Anonymous(), list);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return
        [
            .. (await answer.ReadAsync())
                .QuerySelectorAll("main tbody tr")
                .Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToArray()),
        ];
    }

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient visitor,
        string list,
        string? file = null,
        params (string Name, string Value)[] fields
    )
    {
        var page = await visitor.OpenAsync("/verify/list");
        var token = page.QuerySelector("main input[name=__RequestVerificationToken]");
        var form = new MultipartFormDataContent
        {
            { new StringContent(token!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(list), "list" },
        };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        if (file is not null)
        {
            form.Add(new StringContent(file), "file", "../list.txt");
        }

        return await visitor.PostAsync("/verify/list", form);
    }
}
