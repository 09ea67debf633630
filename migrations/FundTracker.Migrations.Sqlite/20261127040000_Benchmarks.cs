using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FundTracker.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Benchmarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BenchmarkTables",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    LastRecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BenchmarkTables", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "BenchmarkEntries",
                columns: table => new
                {
                    Table = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Vintage = table.Column<int>(type: "INTEGER", nullable: false),
                    Measure = table.Column<byte>(type: "INTEGER", nullable: false),
                    AsOf = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LowerUnits = table.Column<long>(type: "INTEGER", nullable: false),
                    MedianUnits = table.Column<long>(type: "INTEGER", nullable: false),
                    UpperUnits = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BenchmarkEntries", x => new { x.Table, x.Vintage, x.Measure, x.AsOf, x.RecordedAt });
                    table.ForeignKey(
                        name: "FK_BenchmarkEntries_BenchmarkTables_Table",
                        column: x => x.Table,
                        principalTable: "BenchmarkTables",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });
            migrationBuilder.Sql(Refuse("Update", "UPDATE", "TRUE"));
            migrationBuilder.Sql(Refuse("Delete", "DELETE", "TRUE"));
            // INSERT OR REPLACE deletes without calling the trigger above.
            migrationBuilder.Sql(Refuse("Replace", "INSERT", """
                EXISTS (SELECT 1 FROM "BenchmarkEntries" WHERE "Table" = NEW."Table" AND "Vintage" = NEW."Vintage" AND "Measure" = NEW."Measure"
                    AND "AsOf" = NEW."AsOf" AND "RecordedAt" = NEW."RecordedAt")
                """));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BenchmarkEntries");

            migrationBuilder.DropTable(
                name: "BenchmarkTables");
        }

        private static string Refuse(string name, string verb, string when) => $"""
            CREATE TRIGGER "BenchmarkEntries_No{name}" BEFORE {verb} ON "BenchmarkEntries" WHEN {when}
            BEGIN SELECT RAISE(ABORT, 'BenchmarkEntries is only added to: correct by a new entry'); END;
            """;
    }
}
