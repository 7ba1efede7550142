using System.Net;
using Lms.Web.Access;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Access;

/// <summary>
/// Every endpoint × every kind of visitor, against the table in <c>matrix.csv</c>. An endpoint without
/// a row fails, and so does a row without an endpoint.
/// </summary>
public sealed class MatrixTests
{
    private static readonly string[] Visitors =
    [
        "anonymous",
        "specialist",
        "specialist2",
        "trainer",
        "author",
        "manager",
        "regional",
        "auditor",
        "admin",
    ];

    // The literal list: whoever makes an address public changes this line too.
    private static readonly string[] Anonymous =
    [
        "/",
        "/.well-known/jwks.json",
        "/account/code",
        "/account/invitation/{token}",
        "/account/login",
        "/account/privacy",
        "/account/register",
        "/account/reset",
        "/account/reset/{token}",
        "/account/setup",
        "/away",
        // What a stranger needs to check an Open Badge.
        "/badges/issuer",
        "/badges/status/{list:long:min(1)}",
        // A calendar signs in nowhere: the address is the key.
        "/calendar/{token}.ics",
        "/courses",
        "/courses/{course}",
        // Where the course says so; else it asks to sign in, as the matrix holds.
        "/courses/{course}/{activity:lesson}",
        "/courses/{course}/{activity:lesson}/practice/{question}",
        "/error/{status:int}",
        "/healthz",
        "/help",
        "/help/glossary",
        "/media/{name}",
        "/readyz",
        "/verify",
        "/verify/list",
        "/verify/offline",
        "/verify/{code}",
        "/verify/{code}.json",
        "/{**path}",
    ];

    [Fact]
    public async Task Only_the_listed_addresses_are_open_without_an_account()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var open = EndpointsVerb
            .Of(host.App)
            .Where(row => row.IsAnonymous)
            .Select(row => row.Route);
        Assert.Equal(
            Anonymous.Order(StringComparer.Ordinal),
            open.Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Every_endpoint_answers_every_visitor_as_the_matrix_says()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var rows = Read();
        var endpoints = EndpointsVerb
            .Of(host.App)
            .Where(row => row.Method != "HEAD")
            .Select(row => $"{row.Method} {row.Route}");
        Assert.Equal(
            endpoints.Order(StringComparer.Ordinal),
            rows.Select(row => row.Endpoint).Order(StringComparer.Ordinal)
        );

        var wrong = new List<string>();
        foreach (var visitor in Visitors)
        {
            var client =
                visitor == "anonymous" ? host.Anonymous() : await host.SignedInAsync(visitor);
            foreach (var row in rows)
            {
                var answer = await AskAsync(client, row);
                if (answer != row.Expected[visitor])
                {
                    wrong.Add(
                        $"{row.Endpoint} for {visitor}: {answer} instead of {row.Expected[visitor]}"
                    );
                }
            }
        }

        Assert.Equal([], wrong);
    }

    [Theory]
    [InlineData("specialist")]
    [InlineData("author")]
    [InlineData("manager")]
    public async Task Foreign_and_absent_answer_alike(string visitor)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var owner = new Journey.Learner(host, await host.SignedInAsync("specialist2"));
        await owner.ReadLessonsAsync();
        await owner.StartQuizAsync();
        await owner.SubmitQuizAsync();
        var other = await host.SignedInAsync(visitor);

        using var foreign = await other.GetAsync("/certificates/DEMO-2026-000001.pdf");
        using var absent = await other.GetAsync("/certificates/DEMO-2026-999999.pdf");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
        Assert.Equal(await WordsAsync(absent), await WordsAsync(foreign));
    }

    // The antiforgery token is another one in every answer.
    private static async Task<string> WordsAsync(HttpResponseMessage answer)
    {
        var page = await answer.ReadAsync();
        foreach (var token in page.QuerySelectorAll("input[name=__RequestVerificationToken]"))
        {
            token.Remove();
        }

        return page.DocumentElement.OuterHtml;
    }

    private static async Task<string> AskAsync(HttpClient client, Row row)
    {
        using var request = new HttpRequestMessage(new HttpMethod(row.Method), row.Address);
        if (row.Method is not "GET")
        {
            request.Content = new StringContent(
                """{"operation":"0195d3f0-0000-7000-8000-000000000001","values":[]}""",
                System.Text.Encoding.UTF8,
                "application/json"
            );
        }

        using var answer = await client.SendAsync(request);
        var target = answer.Headers.Location?.ToString() ?? "";
        return target.Contains("/account/login", StringComparison.Ordinal)
            ? "login"
            : ((int)answer.StatusCode).ToString();
    }

    private static List<Row> Read()
    {
        var lines = File.ReadAllLines(
            Repository.File("tests", "Lms.Web.Tests", "Access", "matrix.csv")
        );
        var head = lines[0].Split(',');
        return
        [
            .. lines
                .Skip(1)
                .Select(line => line.Split(','))
                .Select(cells => new Row(
                    cells[0],
                    cells[1],
                    cells[2],
                    Visitors.ToDictionary(
                        visitor => visitor,
                        visitor => cells[Array.IndexOf(head, visitor)]
                    )
                )),
        ];
    }

    private sealed record Row(
        string Method,
        string Route,
        string Address,
        Dictionary<string, string> Expected
    )
    {
        public string Endpoint => $"{Method} {Route}";
    }
}
