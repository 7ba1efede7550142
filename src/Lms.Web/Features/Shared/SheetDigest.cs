using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using UglyToad.PdfPig.Tokens;
using PdfPigDocument = UglyToad.PdfPig.PdfDocument;

namespace Lms.Web.Features.Shared;

/// <summary>
/// One number for all that a reader shows of a file: its pages with every drawing operator, their
/// sizes, and the fonts glyph by glyph. Two files of one number look the same, whatever letters they
/// hold beneath. Tags, attachments and annotations are looked at elsewhere.
/// </summary>
internal sealed class SheetDigest
{
    private const int Deepest = 24;
    private const int MostTokens = 100_000;
    private const int MostBytes = 4 * 1024 * 1024;

    private static readonly string[] NotShown = ["Parent", "StructParents", "Annots", "Length"];

    private readonly PdfPigDocument document;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int tokens;

    private SheetDigest(PdfPigDocument document) => this.document = document;

    public static string Of(PdfPigDocument document)
    {
        var digest = new SheetDigest(document);
        using (digest.hash)
        {
            foreach (var page in document.GetPages())
            {
                digest.Add(page.Dictionary, 0);
            }

            return Convert.ToHexStringLower(digest.hash.GetHashAndReset());
        }
    }

    private void Add(IToken token, int depth)
    {
        if (depth > Deepest || ++tokens > MostTokens)
        {
            throw new InvalidDataException("too deep");
        }

        switch (token)
        {
            case IndirectReferenceToken reference:
                Add(document.Structure.GetObject(reference.Data).Data, depth + 1);
                break;
            case ObjectToken held:
                Add(held.Data, depth + 1);
                break;
            case DictionaryToken dictionary:
                Add(dictionary, depth);
                break;
            case ArrayToken array:
                Say($"[{array.Length}");
                foreach (var one in array.Data)
                {
                    Add(one, depth + 1);
                }

                break;
            case StreamToken stream:
                Add(stream.StreamDictionary, depth, IsPacked(stream) ? "Filter" : null);
                Say(Convert.ToHexString(SHA256.HashData(Unpacked(stream))));
                break;
            default:
                Say($"{token.GetType().Name} {token}");
                break;
        }
    }

    private void Add(DictionaryToken dictionary, int depth, string? but = null)
    {
        Say("<<");
        foreach (
            var (name, value) in dictionary
                .Data.Where(one => one.Key != but && !NotShown.Contains(one.Key))
                .OrderBy(one => one.Key, StringComparer.Ordinal)
        )
        {
            Say($"/{name}");
            Add(value, depth + 1);
        }

        Say(">>");
    }

    private static bool IsPacked(StreamToken stream) =>
        stream.StreamDictionary.TryGet(NameToken.Filter, out NameToken filter)
        && filter.Data == "FlateDecode";

    // Our files pack in one way alone; what is packed otherwise is not ours and need not agree.
    private static byte[] Unpacked(StreamToken stream)
    {
        var packed = stream.Data.ToArray();
        if (!IsPacked(stream))
        {
            return packed;
        }

        using var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int count; (count = zlib.Read(part)) > 0; )
        {
            unpacked.Write(part, 0, count);
            if (unpacked.Length > MostBytes)
            {
                throw new InvalidDataException("too large");
            }
        }

        return unpacked.ToArray();
    }

    private void Say(string word) => hash.AppendData(Encoding.UTF8.GetBytes($"{word}\n"));
}
