using System.Collections;
using System.Collections.ObjectModel;
using System.Data.Common;

namespace Lms.Web.Features.Shared.Tables;

/// <summary>
/// Rows as they come, in the form the writer of CSV takes. Only what it asks for is answered, and
/// only asynchronously: the rows may still be in the database.
/// </summary>
internal sealed class CellReader(
    IReadOnlyList<string> names,
    IAsyncEnumerable<object[]> rows,
    CancellationToken cancel
) : DbDataReader, IDbColumnSchemaGenerator
{
    private readonly IAsyncEnumerator<object[]> at = rows.GetAsyncEnumerator(cancel);

    public override int FieldCount => names.Count;

    public override bool HasRows => true;

    public override bool IsClosed => false;

    public override int Depth => 0;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override Task<bool> ReadAsync(CancellationToken cancellationToken) =>
        at.MoveNextAsync().AsTask();

    public override object GetValue(int ordinal) => at.Current[ordinal];

    public override string GetName(int ordinal) => names[ordinal];

    public override int GetOrdinal(string name) => names.ToList().IndexOf(name);

    public override bool IsDBNull(int ordinal) => false;

    // A number may be missing and then is a word: the type is that of each value.
    public override Type GetFieldType(int ordinal) => typeof(object);

    public ReadOnlyCollection<DbColumn> GetColumnSchema() =>
        [.. names.Select((name, at) => new Column(name, at))];

    public override string GetDataTypeName(int ordinal) => nameof(Object);

    public override int GetValues(object[] values)
    {
        at.Current.CopyTo(values, 0);
        return at.Current.Length;
    }

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);

    public override char GetChar(int ordinal) => (char)GetValue(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override short GetInt16(int ordinal) => (short)GetValue(ordinal);

    public override int GetInt32(int ordinal) => (int)GetValue(ordinal);

    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override long GetBytes(int ordinal, long from, byte[]? to, int at, int length) =>
        throw new NotSupportedException();

    public override long GetChars(int ordinal, long from, char[]? to, int at, int length) =>
        throw new NotSupportedException();

    public override bool Read() => throw new NotSupportedException();

    public override bool NextResult() => false;

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await at.DisposeAsync();
        await base.DisposeAsync();
    }

    private sealed class Column : DbColumn
    {
        public Column(string name, int at)
        {
            ColumnName = name;
            ColumnOrdinal = at;
            DataType = typeof(object);
            AllowDBNull = false;
        }
    }
}
