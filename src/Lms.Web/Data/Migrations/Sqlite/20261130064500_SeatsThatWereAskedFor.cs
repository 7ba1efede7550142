using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lms.Web.Data.Migrations.Sqlite
{
    /// <summary>
    /// A seat names who gave it, and nobody when it was asked for. Once it named who approved it too: the
    /// log tells the one from the other. No table changes.
    /// </summary>
    [DbContext(typeof(SqliteLmsDbContext))]
    [Migration("20261130064500_SeatsThatWereAskedFor")]
    public partial class SeatsThatWereAskedFor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                UPDATE "SessionSeats" SET "By" = NULL
                WHERE "By" IS NOT NULL AND "State" IN ('Seated', 'Waiting') AND 'SeatDecided' = (
                    SELECT said."Action" FROM "Audit" AS said
                    WHERE said."Subject" = "SessionSeats"."PersonId"
                        AND said."Action" IN ('SeatGiven', 'SeatDecided')
                        AND said."Detail" = lower("SessionSeats"."SessionId")
                    ORDER BY said."Position" DESC LIMIT 1);
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) { }
    }
}
