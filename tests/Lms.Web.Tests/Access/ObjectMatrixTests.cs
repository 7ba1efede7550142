using System.Text;
using Lms.Web.Access;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Access;

/// <summary>
/// Every address that names something of a person × every visitor × whose it is, against
/// <c>object-matrix.csv</c>: of a specialist, of a manager of the same community, of a specialist of
/// another one, of an erased person, of nobody. «-» is not asked: it would change what is asked next.
/// </summary>
public sealed class ObjectMatrixTests
{
    // The literal list: parameters that name nothing of a person, but a place of the content or a secret.
    private static readonly string[] Impersonal =
    [
        "{announcement:guid}",
        "{requirement:guid?}",
        "{token}",
        "{lesson:guid}",
        // A meeting of many; who may know of it is asked in its own tests.
        "{session:guid}",
        "{course}",
        "{name}",
        // A report of the product, such as hours.
        "{kind}",
        "{list:long:min(1)}",
        "{status:int}",
        "{**path}",
    ];

    [Fact]
    public async Task An_object_is_answered_to_each_visitor_as_the_matrix_says_and_foreign_as_absent()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var lines = File.ReadAllLines(
            Repository.File("tests", "Lms.Web.Tests", "Access", "object-matrix.csv")
        );
        var head = lines[0].Split(',');
        var rows = lines.Skip(1).Select(line => line.Split(',')).ToList();
        var known = rows.Select(row => row[1]).ToHashSet(StringComparer.Ordinal);
        var unknown = EndpointsVerb
            .Of(host.App)
            .Select(row => row.Route)
            .Where(route => route.Contains('{') && !known.Contains(route))
            .Where(route => !Impersonal.Any(part => route.Contains(part, StringComparison.Ordinal)))
            .Distinct();
        Assert.Equal([], unknown);

        var objects = await OwnedObjects.MakeAsync(host);
        var wrong = new List<string>();
        foreach (var visitor in head.Skip(4))
        {
            var client =
                visitor == "anonymous" ? host.Anonymous() : await host.SignedInAsync(visitor);
            var token = await TokenAsync(client, visitor == "anonymous");
            var absent = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var row in rows)
            {
                var expected = row[Array.IndexOf(head, visitor)];
                if (expected == "-")
                {
                    continue;
                }

                var cell = $"{row[0]} {row[2]} of {row[3]} for {visitor}";
                var (status, body) = await AskAsync(client, row, objects[row[3]], token);
                if (status != expected)
                {
                    wrong.Add($"{cell}: {status} instead of {expected}");
                }

                if (status == "404" && absent.TryAdd(row[0] + row[2], body) is false)
                {
                    if (absent[row[0] + row[2]] != body)
                    {
                        wrong.Add(
                            $"{cell}: says something else than of the others that are not there"
                        );
                    }
                }
            }

            host.Clock.Forward(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([], wrong);
    }

    private static async Task<string> TokenAsync(HttpClient client, bool isAnonymous)
    {
        var page = await client.OpenAsync(isAnonymous ? "/account/login" : "/account/logout");
        return page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    private static async Task<(string Status, string Body)> AskAsync(
        HttpClient client,
        string[] row,
        OwnedObjects objects,
        string token
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(row[0]), objects.Fill(row[2]));
        request.Content = row[0] switch
        {
            "GET" => null,
            "POST" => new FormUrlEncodedContent([new("__RequestVerificationToken", token)]),
            _ => new StringContent(
                """{"operation":"0195d3f0-0000-7000-8000-000000000001","values":[]}""",
                Encoding.UTF8,
                "application/json"
            ),
        };
        using var answer = await client.SendAsync(request);
        var target = answer.Headers.Location?.ToString() ?? "";
        var status = target.Contains("/account/login", StringComparison.Ordinal)
            ? "login"
            : $"{(int)answer.StatusCode}";
        return (status, objects.Forget(await WordsAsync(answer)));
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
}
