using System.Buffers.Text;
using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace Lms.Web.Data;

#pragma warning disable EF1001 // How EF reads a value of SQLite is changed here and nowhere else.

/// <summary>
/// Ids and days are read from the bytes that SQLite keeps, without a string for each: of a register they
/// are nearly all there is to read.
/// </summary>
internal sealed class SqliteValues(
    TypeMappingSourceDependencies dependencies,
    RelationalTypeMappingSourceDependencies relational
) : SqliteTypeMappingSource(dependencies, relational)
{
    private const int IdLength = 36;
    private const int DayLength = 10;

    protected override RelationalTypeMapping? FindMapping(
        in RelationalTypeMappingInfo mappingInfo
    ) =>
        base.FindMapping(mappingInfo) switch
        {
            SqliteGuidTypeMapping found => new IdMapping(found.StoreType),
            SqliteDateOnlyTypeMapping found => new DayMapping(found.StoreType),
            var other => other,
        };

    /// <summary>As <see cref="SqliteDataReader"/> reads it; so does what is not written as the product writes it.</summary>
    public static Guid Id(DbDataReader reader, int at) =>
        Bytes(reader, at) is { Length: IdLength } text
        && Utf8Parser.TryParse(text, out Guid id, out var read)
        && read == IdLength
            ? id
            : reader.GetGuid(at);

    /// <summary>The same of a day.</summary>
    public static DateOnly Day(DbDataReader reader, int at) =>
        Bytes(reader, at) is { Length: DayLength } text
        && text[4] == '-'
        && text[7] == '-'
        && Number(text[..4]) is > 0 and var year
        && Number(text[5..7]) is > 0 and <= 12 and var month
        && Number(text[8..]) is > 0 and var day
        && day <= DateTime.DaysInMonth(year, month)
            ? new(year, month, day)
            : reader.GetFieldValue<DateOnly>(at);

    private static ReadOnlySpan<byte> Bytes(DbDataReader reader, int at) =>
        reader is SqliteDataReader { Handle: { } row } ? raw.sqlite3_column_blob(row, at) : [];

    // -1 for what is none.
    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return -1;
            }

            number = (10 * number) + digit - '0';
        }

        return number;
    }

    // What EF would call on the reader, called here instead.
    private static MethodCallExpression Instead(Expression read, string method)
    {
        var call = (MethodCallExpression)read;
        return Expression.Call(typeof(SqliteValues), method, null, call.Object!, call.Arguments[0]);
    }

    private sealed class IdMapping : SqliteGuidTypeMapping
    {
        public IdMapping(string storeType)
            : base(storeType) { }

        private IdMapping(RelationalTypeMappingParameters parameters)
            : base(parameters) { }

        protected override RelationalTypeMapping Clone(
            RelationalTypeMappingParameters parameters
        ) => new IdMapping(parameters);

        public override Expression CustomizeDataReaderExpression(Expression expression) =>
            Instead(expression, nameof(Id));
    }

    private sealed class DayMapping : SqliteDateOnlyTypeMapping
    {
        public DayMapping(string storeType)
            : base(storeType) { }

        private DayMapping(RelationalTypeMappingParameters parameters)
            : base(parameters) { }

        protected override RelationalTypeMapping Clone(
            RelationalTypeMappingParameters parameters
        ) => new DayMapping(parameters);

        public override Expression CustomizeDataReaderExpression(Expression expression) =>
            Instead(expression, nameof(Day));
    }
}
