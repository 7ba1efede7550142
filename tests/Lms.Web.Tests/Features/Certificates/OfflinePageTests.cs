using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Pdf;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Certificates;

public sealed class OfflinePageTests
{
    private const string Driver = """
        import { readFileSync } from "node:fs";
        import { check, filesIn, signedTextIn, signedTexts } from "./check.mjs";
        const { jws, keys, swapped } = JSON.parse(readFileSync("input.json", "utf8"));
        const files = await filesIn(new Uint8Array(readFileSync("sheet.pdf")));
        const genuine = await check(signedTextIn(`https://x.example/verify/A#${files.jws}\n`), keys);
        const changed = [];
        for (let at = 0; at < jws.length; at++) {
          const other = jws[at] === "A" ? "B" : "A";
          const answer = await check(jws.slice(0, at) + other + jws.slice(at + 1), keys);
          if (answer.state === "genuine") { changed.push(at); }
        }
        const attacks = [];
        for (const attack of swapped) { attacks.push((await check(attack, keys)).state); }
        console.log(JSON.stringify({
          state: genuine.state,
          holder: genuine.payload.h,
          texts: Object.keys(await signedTexts(files.texts, genuine.payload.x)),
          other: await signedTexts(files.texts + " ", genuine.payload.x),
          changed,
          attacks,
        }));
        """;

    [Fact]
    public async Task The_page_is_one_file_that_forbids_itself_every_request()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        foreach (var language in new[] { "uk", "en" })
        {
            using var answer = await host.Anonymous(language).GetAsync("/verify/offline");
            var page = await answer.Content.ReadAsStringAsync();

            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal(
                ["default-src 'none'; sandbox"],
                answer.Headers.GetValues("Content-Security-Policy")
            );
            Assert.Contains("content=\"default-src 'none'; script-src 'sha256-", page);
            Assert.Contains($"<html lang=\"{language}\">", page);
            Assert.DoesNotMatch("""\{\{[a-z-]+\}\}""", page);
            Assert.DoesNotContain("src=", page);
            Assert.DoesNotContain("href=", page);
            using var key = SigningKey.Open(host.Folder);
            Assert.Contains(key.Id, page);
        }
    }

    [Fact]
    public async Task Its_script_believes_the_genuine_sheet_and_nothing_changed()
    {
        var folder = Directory.CreateTempSubdirectory("lms-offline-").FullName;
        using var key = SigningKey.Open(folder);
        var signed = IssuedSample.Sign(IssuedSample.Claim, key);
        using var foreign = SigningKey.Open(Directory.CreateTempSubdirectory("lms-off-").FullName);
        var parts = signed.Jws.Split('.');
        string Head(string json) =>
            System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
        string[] swapped =
        [
            $"{Head($$"""{"alg":"none","kid":"{{key.Id}}"}""")}.{parts[1]}.",
            $"{Head($$"""{"alg":"HS256","kid":"{{key.Id}}"}""")}.{parts[1]}.{parts[2]}",
            $"{Head($$"""{"alg":"ES256","alg":"ES256","kid":"{{key.Id}}"}""")}.{parts[1]}.{parts[2]}",
            IssuedSample.Sign(IssuedSample.Claim, foreign).Jws,
            signed.Jws + ".x",
            "",
        ];
        var script = Repository.File("src", "Lms.Web", "Features", "Verify", "Offline", "check.js");
        File.Copy(script, Path.Combine(folder, "check.mjs"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "sheet.pdf"), signed.Sheets[0].Pdf);
        await File.WriteAllTextAsync(Path.Combine(folder, "driver.mjs"), Driver);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "input.json"),
            JsonSerializer.Serialize(
                new
                {
                    signed.Jws,
                    KeyHistory.Read(folder).Keys,
                    swapped,
                },
                JsonSerializerOptions.Web
            )
        );

        var said = JsonDocument.Parse(await RunAsync(folder)).RootElement;

        Assert.Equal("genuine", said.GetProperty("state").GetString());
        Assert.Equal(IssuedSample.Claim.Holder, said.GetProperty("holder").GetString());
        Assert.Equal("""["uk","en"]""", said.GetProperty("texts").GetRawText());
        Assert.Equal(JsonValueKind.Null, said.GetProperty("other").ValueKind);
        Assert.Equal("[]", said.GetProperty("changed").GetRawText());
        Assert.Equal(
            ["altered", "altered", "altered", "unknown", "altered", "altered"],
            said.GetProperty("attacks").EnumerateArray().Select(one => one.GetString())
        );
    }

    private static async Task<string> RunAsync(string folder)
    {
        var start = new ProcessStartInfo("node", ["driver.mjs"])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return output;
    }
}
