using Lms.Web.Data;
using Lms.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Lms.Web.Tests.Data;

/// <summary>Read from the bytes, an id and a day are what the driver says they are.</summary>
public sealed class SqliteValuesTests
{
    private static readonly Guid Some = new("01a22cae-79ae-740c-903d-7a251b7a495a");

    [Theory]
    [InlineData("'01A22CAE-79AE-740C-903D-7A251B7A495A'")]
    [InlineData("'01a22cae-79ae-740c-903d-7a251b7a495a'")]
    [InlineData("'{01a22cae-79ae-740c-903d-7a251b7a495a}'")]
    [InlineData("'01a22cae79ae740c903d7a251b7a495a'")]
    [InlineData("X'AE2CA201AE790C74903D7A251B7A495A'")]
    public void An_id_however_it_is_written(string written)
    {
        using var row = Row(written, out var reader);

        Assert.Equal(Some, reader.GetGuid(0));
        Assert.Equal(Some, SqliteValues.Id(reader, 0));
    }

    [Theory]
    [InlineData("'0001-01-01'")]
    [InlineData("'2024-02-29'")]
    [InlineData("'9999-12-31'")]
    [InlineData("'30 Nov 2026'")]
    [InlineData("'11/30/2026'")]
    [InlineData("2461374.5")]
    public void A_day_however_it_is_written(string written)
    {
        using var row = Row(written, out var reader);

        Assert.Equal(reader.GetFieldValue<DateOnly>(0), SqliteValues.Day(reader, 0));
    }

    [Theory]
    [InlineData("'2026-02-29'")]
    [InlineData("'2026-13-01'")]
    [InlineData("'2026-00-10'")]
    [InlineData("'0000-01-01'")]
    [InlineData("'2026-1a-01'")]
    [InlineData("'2026-11-30 00:00:00'")]
    [InlineData("''")]
    public void What_is_no_day_is_refused_as_the_driver_refuses_it(string written)
    {
        using var row = Row(written, out var reader);

        Assert.Throws<FormatException>(() => reader.GetFieldValue<DateOnly>(0));
        Assert.Throws<FormatException>(() => SqliteValues.Day(reader, 0));
    }

    [Fact]
    public async Task Every_id_and_every_day_of_the_model_is_read_so()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var db = host.Look();
        var read = db
            .Model.GetEntityTypes()
            .SelectMany(entity => entity.GetProperties())
            .Select(property => property.GetRelationalTypeMapping())
            .Where(mapping =>
                (mapping.Converter?.ProviderClrType ?? mapping.ClrType) is var type
                && (type == typeof(Guid) || type == typeof(DateOnly))
            )
            .Select(mapping => mapping.GetType().DeclaringType)
            .ToList();

        Assert.Equal(typeof(SqliteValues), Assert.Single(read.Distinct()));
        Assert.True(read.Count > 100, $"{read.Count}");
    }

    private static SqliteConnection Row(string written, out SqliteDataReader reader)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = $"SELECT {written}";
        reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return connection;
    }
}
