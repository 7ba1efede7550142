using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lms.Benchmarks;

/// <summary>
/// A sign-in by the form, the hash work apart: the person's hash was made with one round, so that what
/// is left is the product's own. Measured beside a form, a look and a commit.
/// </summary>
internal static partial class MeasureSignIn
{
    private const string Person = "auditor@demo.example";
    private const string Password = "one two three four five";
    private const int Pairs = 5;
    private const int SignIns = 300;

    public static async Task PrepareAsync(IServiceProvider services)
    {
        await using var db = services
            .GetRequiredService<LmsDatabase>()
            .Open(Viewer.System("bench"));
        var account = await db.Accounts.SingleAsync(one => one.UserName == Person);
        var hasher = new PasswordHasher<Account>(
            Options.Create(new PasswordHasherOptions { IterationCount = 1 })
        );
        account.PasswordHash = hasher.HashPassword(account, Password);
        await db.SaveChangesAsync();
    }

    public static async Task RunAsync(string folder, Server product, Server floor)
    {
        using var client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
            }
        );
        var (token, cookie) = await OpenAsync(client, product);
        Func<Task<double>> productTime = () =>
            TimeAsync(client, product, "/account/login", token, cookie);
        Func<Task<double>> floorTime = () => TimeAsync(client, floor, "/sign-in", token, cookie);
        await Measure.WarmAsync(productTime, product);
        await Measure.WarmAsync(floorTime, floor);

        var pairs = await Pair.TakeAsync(Pairs, productTime, floorTime);
        new Rows(folder).Ratio("sign-in, hash work apart", "ms", pairs, Bound.AtMost(4));
    }

    private static async Task<(string Token, string Cookie)> OpenAsync(
        HttpClient client,
        Server server
    )
    {
        using var request = Ask(HttpMethod.Get, server, "/account/login");
        using var answer = await client.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();
        return (
            Token().Match(page).Groups["token"].Value,
            string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]))
        );
    }

    private static async Task<double> TimeAsync(
        HttpClient client,
        Server server,
        string path,
        string token,
        string cookie
    )
    {
        var before = Cpu.Of(server.Process);
        for (var number = 0; number < SignIns; number++)
        {
            using var request = Ask(HttpMethod.Post, server, path);
            request.Headers.Add("Cookie", cookie);
            request.Content = new FormUrlEncodedContent([
                new("Email", Person),
                new("Password", Password),
                new("__RequestVerificationToken", token),
            ]);
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.Redirect)
            {
                throw new InvalidOperationException($"{path}: {answer.StatusCode}");
            }
        }

        return (Cpu.Of(server.Process) - before).TotalMilliseconds / SignIns;
    }

    private static HttpRequestMessage Ask(HttpMethod method, Server server, string path)
    {
        var request = new HttpRequestMessage(
            method,
            string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{server.Port}{path}")
        );
        request.Headers.Host = string.Create(
            CultureInfo.InvariantCulture,
            $"localhost:{server.Port}"
        );
        return request;
    }

    [GeneratedRegex(
        "__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Token();
}
