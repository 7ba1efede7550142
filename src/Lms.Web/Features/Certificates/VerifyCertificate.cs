using System.Text;
using System.Text.Json;
using Lms.Web.Features.Shared;
using Lms.Web.Pdf;

namespace Lms.Web.Features.Certificates;

/// <summary>
/// Checks a certificate from its file alone, without the register: whether the signature is genuine,
/// and whether the sheet shows what was signed. Says all it found; 0 when all holds, else 1.
/// </summary>
internal sealed class VerifyCertificate(
    PublicKeys keys,
    TextWriter output,
    Texts texts,
    DateTimeOffset now
)
{
    public async Task<int> RunAsync(byte[] file)
    {
        if (file.Length > CertificateSheetRead.Largest)
        {
            return await RefuseAsync("large");
        }

        if (!file.AsSpan().StartsWith("%PDF-"u8))
        {
            return await OfSignatureAsync(Encoding.UTF8.GetString(file), sheet: null);
        }

        return CertificateSheetRead.From(file) switch
        {
            null => await RefuseAsync("unreadable"),
            { Signature: null } => await RefuseAsync("unsigned"),
            var sheet => await OfSignatureAsync(Encoding.UTF8.GetString(sheet.Signature), sheet),
        };
    }

    // What a scanner read is an address with the signed text behind its #.
    private Task<int> OfSignatureAsync(string signed, CertificateSheetRead? sheet)
    {
        var jws = signed.Trim();
        return JwsCheck.Of(jws[(jws.IndexOf('#', StringComparison.Ordinal) + 1)..], keys) switch
        {
            JwsAnswer.Altered => RefuseAsync("altered"),
            JwsAnswer.UnknownKey => RefuseAsync("unknown-key"),
            JwsAnswer.Genuine genuine => OfPayloadAsync(genuine, sheet),
            _ => throw new InvalidOperationException(nameof(JwsAnswer)),
        };
    }

    private async Task<int> OfPayloadAsync(JwsAnswer.Genuine genuine, CertificateSheetRead? sheet)
    {
        await SayAsync("genuine", genuine.Kid);
        foreach (var (label, value) in SignedFields.Of(genuine.Payload, texts))
        {
            await output.WriteLineAsync($"  {label}: {value}");
        }

        var code = sheet is null ? 0 : await OfSheetAsync(genuine.Payload, sheet);
        await SayAsync("offline", now.ToString("d MMMM yyyy, HH:mm", texts.Culture));
        return code;
    }

    private async Task<int> OfSheetAsync(JsonElement payload, CertificateSheetRead sheet)
    {
        var digest = payload.TryGetProperty("x", out var x) ? x.GetString() : null;
        if (
            digest is null
            || sheet.Texts is null
            || PrintedTexts.Read(sheet.Texts, digest) is not { } signed
        )
        {
            return await RefuseAsync("no-texts");
        }

        var difference = PrintedTexts.Compare(signed, sheet.Visible);
        foreach (var field in difference.Missing)
        {
            var key = $"certificates.verify.text.{field}";
            await SayAsync("differs", texts.Has(key) ? texts[key] : field);
        }

        if (difference.Added.Length > 0)
        {
            await SayAsync("added", Short(difference.Added));
        }

        var isSame =
            difference.IsNone
            && await HasItsCodeAsync(payload, sheet)
            && await HasNothingMoreAsync(sheet)
            && await IsDrawnAsIssuedAsync(signed, sheet);
        await SayAsync(isSame ? "same" : "not-same");
        return isSame ? 0 : 1;
    }

    private async Task<bool> HasItsCodeAsync(JsonElement payload, CertificateSheetRead sheet)
    {
        if (sheet.Pictures.Count != 1)
        {
            await SayAsync("pictures");
            return false;
        }

        var isOwn = SheetCode.Is(
            sheet.Pictures[0],
            sheet.Visible,
            payload.GetProperty("c").GetString()!,
            Encoding.ASCII.GetString(sheet.Signature!).Trim()
        );
        await SayAsync(isOwn ? "code" : "code-differs");
        return isOwn;
    }

    private async Task<bool> HasNothingMoreAsync(CertificateSheetRead sheet)
    {
        foreach (var extra in sheet.Extras)
        {
            await SayAsync($"extra.{extra.ToString().ToLowerInvariant()}");
        }

        return sheet.Extras.Count == 0;
    }

    private async Task<bool> IsDrawnAsIssuedAsync(
        IReadOnlyList<IReadOnlyList<PrintedText>> signed,
        CertificateSheetRead sheet
    )
    {
        var jws = Encoding.ASCII.GetString(sheet.Signature!).Trim();
        var isOne = RedrawnSheet.IsOne(signed, jws, sheet.Drawn);
        if (!isOne)
        {
            await SayAsync("drawn-otherwise");
        }

        return isOne;
    }

    /// <summary>Letters alone: whoever made the file may have put commands for a terminal in it.</summary>
    private static string Short(string text) =>
        string.Concat(text.Where(letter => !char.IsControl(letter)).Take(200));

    private async Task<int> RefuseAsync(string key)
    {
        await SayAsync(key);
        return 1;
    }

    private Task SayAsync(string key, params object[] values) =>
        output.WriteLineAsync(texts.Fill($"certificates.verify.{key}", values));
}
