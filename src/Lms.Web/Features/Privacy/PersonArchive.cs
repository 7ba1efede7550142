using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Lms.Domain.Certification;
using Lms.Domain.Learning;

namespace Lms.Web.Features.Privacy;

/// <summary>The ZIP as it is written, straight to who asked: nothing of it touches the disk.</summary>
internal sealed class PersonArchive : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly HeldStream held;
    private readonly ZipArchive zip;
    private readonly CancellationToken cancel;

    public PersonArchive(Stream to, CancellationToken cancel)
    {
        held = new HeldStream(to);
        zip = new ZipArchive(held, ZipArchiveMode.Create, leaveOpen: true);
        this.cancel = cancel;
    }

    /// <summary>The file that a row stands for; nothing for a row of words.</summary>
    public Task AddFileOfAsync(object row, IReadOnlyDictionary<CertificateId, string> numbers) =>
        row switch
        {
            CertificateDocument document => AddAsync(
                $"certificates/{numbers[document.CertificateId]}-{document.Language}.pdf",
                document.Pdf
            ),
            QualifiedSignature signature => AddAsync(
                $"certificates/{numbers[signature.CertificateId]}-{signature.Language}-{EndOf(signature.Id.Value)}{Ending(signature.Form)}",
                signature.Bytes
            ),
            EvidenceFile evidence => AddAsync(
                $"evidence/{EndOf(evidence.EvidenceId.Value)}.{evidence.MediaType.Split('/')[1]}",
                evidence.Bytes
            ),
            AnswerFile file => AddAsync(
                $"files/{EndOf(file.Id.Value)}-{Harmless(file.Name)}",
                file.Bytes
            ),
            _ => Task.CompletedTask,
        };

    public Task AddAsync(string name, string text) => AddAsync(name, Encoding.UTF8.GetBytes(text));

    public Task AddAsync(string name, JsonObject json) =>
        AddAsync(name, JsonSerializer.SerializeToUtf8Bytes(json, Json));

    public async ValueTask DisposeAsync()
    {
        await zip.DisposeAsync();
        await held.SendAsync(cancel);
        await held.DisposeAsync();
    }

    private async Task AddAsync(string name, byte[] bytes)
    {
        await using (var entry = await zip.CreateEntry(name).OpenAsync(cancel))
        {
            await entry.WriteAsync(bytes, cancel);
        }

        await held.SendAsync(cancel);
    }

    private static string EndOf(Guid id) => id.ToString("N")[^8..];

    private static string Ending(SignatureForm form) =>
        form switch
        {
            SignatureForm.Detached or SignatureForm.Enveloping => ".p7s",
            SignatureForm.SignedPdf => ".pdf",
        };

    // The device named it; whoever unpacks the archive must not be led out of its folder.
    private static string Harmless(string name) =>
        string.Concat(name.Select(one => char.IsLetterOrDigit(one) || one == '.' ? one : '-'))
            .TrimStart('.');
}
