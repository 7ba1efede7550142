using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Lms.Web.Features.Shared;
using Microsoft.Data.Sqlite;

namespace Lms.Benchmarks;

/// <summary>The least a check of a certificate is: its row by its code, and its signature by a ready key.</summary>
internal sealed class FloorVerify : IDisposable
{
    private const string Sql = """
        SELECT c.Number, c.Hours, c.IssuedOn, c.ValidUntil, r.RevokedOn,
            (SELECT later.Number FROM Certificates later WHERE later.ReplacesId = c.Id) AS Successor
        FROM Certificates c LEFT JOIN Revocations r ON r.CertificateId = c.Id
        WHERE c.Code = $code
        """;

    private readonly string file;
    private readonly ECDsa key;
    private readonly string jws;

    public FloorVerify(string data, PublicKey known, string jws)
    {
        file = $"Data Source={Path.Combine(data, "lms.db")}";
        key = known.Open();
        this.jws = jws;
    }

    public bool Verify(string code)
    {
        using var connection = new SqliteConnection(file);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.Parameters.AddWithValue("$code", code);
        using var row = command.ExecuteReader();
        var dot = jws.LastIndexOf('.');
        return row.Read()
            && row.GetString(0).Length > 0
            && key.VerifyData(
                Encoding.ASCII.GetBytes(jws, 0, dot),
                Base64Url.DecodeFromChars(jws.AsSpan(dot + 1)),
                HashAlgorithmName.SHA256,
                DSASignatureFormat.IeeeP1363FixedFieldConcatenation
            );
    }

    public void Dispose() => key.Dispose();
}
